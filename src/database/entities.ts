import { Account } from '../accounts/account.entity.js';
import { Application } from '../applications/application.entity.js';
import { ClientSecret } from '../applications/client-secret.entity.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { Lease } from '../care/lease.entity.js';
import { Certificate } from '../certificates/certificate.entity.js';
import { Connection } from '../connections/connection.entity.js';
import { Credential } from '../credentials/credential.entity.js';
import { Key } from '../keys/key.entity.js';
import { Notification } from '../notifications/notification.entity.js';
import { Project } from '../projects/project.entity.js';
import { Proxy } from '../proxies/proxy.entity.js';
import { DeploymentState } from '../proxies/deployment-state.entity.js';
import { ProxyRevision } from '../proxies/proxy-revision.entity.js';
import { Role } from '../roles/role.entity.js';
import { Session } from '../sessions/session.entity.js';
import { Site } from '../sites/site.entity.js';
import { VerificationCount } from '../statistics/verification-count.entity.js';
import { TokenValue } from '../tokens/token-value.entity.js';
import { Token } from '../tokens/token.entity.js';
import { DeveloperSecret } from '../users/developer-secret.entity.js';
import { Invitation } from '../users/invitation.entity.js';
import { UserRole } from '../users/user-role.entity.js';
import { User } from '../users/user.entity.js';

/** Every table. The import law lets this one file name the entities of all modules: the ORM wants them at once. */
export const ENTITIES = [
  Account,
  Application,
  AuditEvent,
  Certificate,
  ClientSecret,
  Connection,
  Credential,
  DeploymentState,
  DeveloperSecret,
  Invitation,
  Key,
  Lease,
  Notification,
  Project,
  Proxy,
  ProxyRevision,
  Role,
  Session,
  Site,
  Token,
  TokenValue,
  User,
  UserRole,
  VerificationCount,
] as const;
