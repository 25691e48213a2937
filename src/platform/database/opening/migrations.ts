import { Sites1795305600001 } from '../migrations/1795305600001-sites.js';
import { Users1795305600002 } from '../migrations/1795305600002-users.js';
import { SiteOwnerReference1795305600003 } from '../migrations/1795305600003-site-owner-reference.js';
import { Accounts1795305600004 } from '../migrations/1795305600004-accounts.js';
import { Roles1795305600005 } from '../migrations/1795305600005-roles.js';
import { UserRoles1795305600006 } from '../migrations/1795305600006-user-roles.js';
import { Invitations1795305600007 } from '../migrations/1795305600007-invitations.js';
import { DeveloperSecrets1795305600008 } from '../migrations/1795305600008-developer-secrets.js';
import { Sessions1795305600009 } from '../migrations/1795305600009-sessions.js';
import { Applications1795305600010 } from '../migrations/1795305600010-applications.js';
import { ClientSecrets1795305600011 } from '../migrations/1795305600011-client-secrets.js';
import { Tokens1795305600012 } from '../migrations/1795305600012-tokens.js';
import { TokenValues1795305600013 } from '../migrations/1795305600013-token-values.js';
import { AuditEvents1795305600014 } from '../migrations/1795305600014-audit-events.js';
import { Notifications1795305600015 } from '../migrations/1795305600015-notifications.js';
import { Keys1795305600016 } from '../migrations/1795305600016-keys.js';
import { SitePolicy1795305600017 } from '../migrations/1795305600017-site-policy.js';
import { Leases1795305600018 } from '../migrations/1795305600018-leases.js';
import { RetentionIndexes1795305600019 } from '../migrations/1795305600019-retention-indexes.js';
import { Certificates1795305600030 } from '../migrations/1795305600030-certificates.js';
import { Credentials1795305600031 } from '../migrations/1795305600031-credentials.js';
import { Connections1795305600032 } from '../migrations/1795305600032-connections.js';
import { Projects1795305600040 } from '../migrations/1795305600040-projects.js';
import { Proxies1795305600041 } from '../migrations/1795305600041-proxies.js';
import { ProxyRevisions1795305600042 } from '../migrations/1795305600042-proxy-revisions.js';
import { CertificateWarnings1795305600050 } from '../migrations/1795305600050-certificate-warnings.js';
import { VerificationCounts1795305600060 } from '../migrations/1795305600060-verification-counts.js';
import { LiveTokenIndexes1795305600090 } from '../migrations/1795305600090-live-token-indexes.js';
import { ApplicationTokensIndex1795305600091 } from '../migrations/1795305600091-application-tokens-index.js';
import { NormalTexts1795305600092 } from '../migrations/1795305600092-normal-texts.js';
import { InvitationMakers1795305600110 } from '../migrations/1795305600110-invitation-makers.js';
import { MakersOfOpenInvitations1795305600111 } from '../migrations/1795305600111-makers-of-open-invitations.js';
import { Lineage1795305600120 } from '../migrations/1795305600120-lineage.js';
import { ApplicationEnd1795305600121 } from '../migrations/1795305600121-application-end.js';
import { LongProxies1795305600130 } from '../migrations/1795305600130-long-proxies.js';
import { LongRevisions1795305600131 } from '../migrations/1795305600131-long-revisions.js';
import { SiteLocks1795305600123 } from '../migrations/1795305600123-site-locks.js';
import { InheritedValues1795305600122 } from '../migrations/1795305600122-inherited-values.js';
import { KeptAnswers1795305600100 } from '../migrations/1795305600100-kept-answers.js';
import { ChangeClock1795305600140 } from '../migrations/1795305600140-change-clock.js';
import { DeploymentState1795305600043 } from '../migrations/1795305600043-deployment-state.js';
import { CredentialOrigins1795305600080 } from '../migrations/1795305600080-credential-origins.js';
import { CredentialGivers1795305600081 } from '../migrations/1795305600081-credential-givers.js';
import { OriginsInUse1795305600082 } from '../migrations/1795305600082-origins-in-use.js';

/** Every migration, in order. A released migration is never changed or removed: a later one corrects it. */
export const MIGRATIONS = [
  Sites1795305600001,
  Users1795305600002,
  SiteOwnerReference1795305600003,
  Accounts1795305600004,
  Roles1795305600005,
  UserRoles1795305600006,
  Invitations1795305600007,
  DeveloperSecrets1795305600008,
  Sessions1795305600009,
  Applications1795305600010,
  ClientSecrets1795305600011,
  Tokens1795305600012,
  TokenValues1795305600013,
  AuditEvents1795305600014,
  Notifications1795305600015,
  Keys1795305600016,
  SitePolicy1795305600017,
  Leases1795305600018,
  RetentionIndexes1795305600019,
  Certificates1795305600030,
  Credentials1795305600031,
  Connections1795305600032,
  Projects1795305600040,
  Proxies1795305600041,
  ProxyRevisions1795305600042,
  DeploymentState1795305600043,
  CertificateWarnings1795305600050,
  VerificationCounts1795305600060,
  CredentialOrigins1795305600080,
  CredentialGivers1795305600081,
  OriginsInUse1795305600082,
  LiveTokenIndexes1795305600090,
  ApplicationTokensIndex1795305600091,
  NormalTexts1795305600092,
  KeptAnswers1795305600100,
  InvitationMakers1795305600110,
  MakersOfOpenInvitations1795305600111,
  Lineage1795305600120,
  ApplicationEnd1795305600121,
  InheritedValues1795305600122,
  SiteLocks1795305600123,
  LongProxies1795305600130,
  LongRevisions1795305600131,
  ChangeClock1795305600140,
] as const;
