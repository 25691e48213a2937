import { Account } from '../directory/accounts/account.entity.js';
import { Application } from '../applications/application.entity.js';
import { ClientSecret } from '../applications/secrets/client-secret.entity.js';
import { AuditEvent } from '../platform/audit/audit-event.entity.js';
import { Lease } from '../platform/retention/lease.entity.js';
import { Change } from '../platform/database/change-clock/change.entity.js';
import { ChangeShard } from '../platform/database/change-clock/change-shard.entity.js';
import { Certificate } from '../gateway/certificates/certificate.entity.js';
import { Connection } from '../gateway/connections/connection.entity.js';
import { Credential } from '../gateway/credentials/credential.entity.js';
import { KeptAnswer } from '../platform/idempotency/kept-answer.entity.js';
import { Key } from '../platform/keys/key.entity.js';
import { Notification } from '../platform/notifications/notification.entity.js';
import { Project } from '../gateway/projects/project.entity.js';
import { Proxy } from '../gateway/proxies/proxy.entity.js';
import { DeploymentState } from '../gateway/proxies/deployments/deployment-state.entity.js';
import { ProxyRevision } from '../gateway/proxies/deployments/proxy-revision.entity.js';
import { Role } from '../directory/roles/role.entity.js';
import { Session } from '../directory/sessions/session.entity.js';
import { Site } from '../directory/sites/site.entity.js';
import { SiteLock } from '../directory/sites/site-lock.entity.js';
import { VerificationCount } from '../statistics/verification-count.entity.js';
import { TokenValue } from '../tokens/token-value.entity.js';
import { Token } from '../tokens/token.entity.js';
import { DeveloperSecret } from '../directory/users/developer-secrets/developer-secret.entity.js';
import { Invitation } from '../directory/users/invitations/invitation.entity.js';
import { UserRole } from '../directory/users/user-role.entity.js';
import { User } from '../directory/users/user.entity.js';

/** Every table. The import law lets this folder name the entities of all modules, because the ORM needs them at once. */
export const ENTITIES = [
  Account,
  Application,
  AuditEvent,
  Certificate,
  Change,
  ChangeShard,
  ClientSecret,
  Connection,
  Credential,
  DeploymentState,
  DeveloperSecret,
  Invitation,
  KeptAnswer,
  Key,
  Lease,
  Notification,
  Project,
  Proxy,
  ProxyRevision,
  Role,
  Session,
  Site,
  SiteLock,
  Token,
  TokenValue,
  User,
  UserRole,
  VerificationCount,
] as const;
