import { Injectable } from '@nestjs/common';
import type { SiteId } from '../shared/ids/site-id.js';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';

/** Times come as the driver gives them: `YYYY-MM-DD HH:MM:SS.mmm` in UTC from SQLite, Date from MySQL. */
export type StoredTime = string | Date | null;

/** Everything that a request needs to know of a credential and its owner, as of this moment. */
export interface PrincipalRow {
  readonly source: 'token' | 'client_secret' | 'developer_secret' | 'session' | 'password';
  readonly id: string;
  readonly kind: 'personal' | 'application' | 'secret' | 'session';
  readonly format: 'opaque' | 'jwt';
  readonly name: string;
  readonly createdAt: string | Date;
  readonly expiresAt: StoredTime;
  /** Of an old value, or a replaced client secret: until when it still works. */
  readonly validUntil: StoredTime;
  readonly revokedAt: StoredTime;
  readonly confirmedAt: StoredTime;
  readonly lastSeenAt: StoredTime;
  readonly scopes: string | null;
  readonly ceiling: string | null;
  readonly allowedNetworks: string | null;
  readonly accountId: string | null;
  readonly accountStatus: 'active' | 'suspended' | null;
  readonly applicationId: string | null;
  readonly applicationScopes: string | null;
  readonly applicationCeiling: string | null;
  readonly applicationDeletedAt: StoredTime;
  readonly clientId: string | null;
  /** Proved by the credential itself. */
  readonly siteId: SiteId;
  readonly siteSlug: string;
  readonly userId: string;
  readonly username: string;
  readonly userKind: 'person' | 'service';
  readonly userStatus: 'active' | 'suspended';
  /** Comma-separated role names. */
  readonly roles: string | null;
  /** The scopes of the site's own roles that the user holds; of all of them, for an administrator. */
  readonly siteRoleScopes: string | null;
}

const OWNER = `
  u.site_id AS siteId, s.slug AS siteSlug,
  u.id AS userId, u.username AS username, u.kind AS userKind, u.status AS userStatus,
  (SELECT GROUP_CONCAT(ur.role) FROM user_roles ur WHERE ur.user_id = u.id) AS roles,
  (SELECT GROUP_CONCAT(r.scopes) FROM roles r
    WHERE r.site_id = u.site_id AND EXISTS (
      SELECT 1 FROM user_roles ur WHERE ur.user_id = u.id AND ur.role IN (r.name, 'ROLE_ADMIN')
    )) AS siteRoleScopes`;

const APPLICATION = `
  app.scopes AS applicationScopes, app.ceiling AS applicationCeiling,
  app.deleted_at AS applicationDeletedAt, app.client_id AS clientId`;

const NO_APPLICATION = `
  NULL AS applicationScopes, NULL AS applicationCeiling, NULL AS applicationDeletedAt, NULL AS clientId`;

const TOKEN = `
SELECT 'token' AS source, t.id AS id, t.kind AS kind, t.format AS format, t.name AS name,
  t.created_at AS createdAt, t.expires_at AS expiresAt, v.valid_until AS validUntil, t.revoked_at AS revokedAt,
  NULL AS confirmedAt, NULL AS lastSeenAt,
  t.scopes AS scopes, t.ceiling AS ceiling, t.allowed_networks AS allowedNetworks,
  t.account_id AS accountId, a.status AS accountStatus, t.application_id AS applicationId,
  ${APPLICATION},
  ${OWNER}
FROM token_values v
JOIN tokens t ON t.id = v.token_id
JOIN users u ON u.id = t.owner_id
JOIN sites s ON s.id = u.site_id
LEFT JOIN accounts a ON a.id = t.account_id
LEFT JOIN applications app ON app.id = t.application_id
WHERE v.hash = ?`;

const CLIENT_SECRET = `
SELECT 'client_secret' AS source, c.id AS id, 'secret' AS kind, 'opaque' AS format, app.name AS name,
  c.created_at AS createdAt, NULL AS expiresAt, c.expires_at AS validUntil, c.revoked_at AS revokedAt,
  NULL AS confirmedAt, NULL AS lastSeenAt,
  NULL AS scopes, NULL AS ceiling, NULL AS allowedNetworks,
  NULL AS accountId, NULL AS accountStatus, app.id AS applicationId,
  ${APPLICATION},
  ${OWNER}
FROM client_secrets c
JOIN applications app ON app.id = c.application_id
JOIN users u ON u.id = app.owner_id
JOIN sites s ON s.id = u.site_id
WHERE c.hash = ?`;

const DEVELOPER_SECRET = `
SELECT 'developer_secret' AS source, u.id AS id, 'secret' AS kind, 'opaque' AS format, 'developer secret' AS name,
  d.created_at AS createdAt, NULL AS expiresAt, NULL AS validUntil, NULL AS revokedAt,
  NULL AS confirmedAt, NULL AS lastSeenAt,
  NULL AS scopes, NULL AS ceiling, NULL AS allowedNetworks,
  NULL AS accountId, NULL AS accountStatus, NULL AS applicationId,
  ${NO_APPLICATION},
  ${OWNER}
FROM developer_secrets d
JOIN users u ON u.id = d.user_id
JOIN sites s ON s.id = u.site_id
WHERE d.hash = ?`;

const SESSION = `
SELECT 'session' AS source, e.id AS id, 'session' AS kind, 'opaque' AS format, 'session' AS name,
  e.created_at AS createdAt, e.expires_at AS expiresAt, NULL AS validUntil, e.ended_at AS revokedAt,
  e.confirmed_at AS confirmedAt, e.last_seen_at AS lastSeenAt,
  NULL AS scopes, NULL AS ceiling, NULL AS allowedNetworks,
  NULL AS accountId, NULL AS accountStatus, NULL AS applicationId,
  ${NO_APPLICATION},
  ${OWNER}
FROM sessions e
JOIN users u ON u.id = e.user_id
JOIN sites s ON s.id = u.site_id
WHERE e.id = ?`;

/** A person who has just proved a password; there is no credential yet. */
const PERSON = `
SELECT 'password' AS source, u.id AS id, 'session' AS kind, 'opaque' AS format, 'password' AS name,
  u.created_at AS createdAt, NULL AS expiresAt, NULL AS validUntil, NULL AS revokedAt,
  NULL AS confirmedAt, NULL AS lastSeenAt,
  NULL AS scopes, NULL AS ceiling, NULL AS allowedNetworks,
  NULL AS accountId, NULL AS accountStatus, NULL AS applicationId,
  ${NO_APPLICATION},
  ${OWNER}
FROM users u
JOIN sites s ON s.id = u.site_id
WHERE u.id = ? AND u.kind = 'person'`;

/**
 * The one read across tables: from what a caller presented to everything a request needs, one prepared statement
 * each. It names no site, because the credential is what says which site it is.
 */
@Injectable()
export class PrincipalQuery {
  readonly #token: PreparedRead<PrincipalRow>;
  readonly #secret: PreparedRead<PrincipalRow>;
  readonly #session: PreparedRead<PrincipalRow>;
  readonly #person: PreparedRead<PrincipalRow>;

  constructor(reads: PreparedReads) {
    this.#token = reads.prepare<PrincipalRow>(TOKEN);
    this.#secret = reads.prepare<PrincipalRow>(`${CLIENT_SECRET} UNION ALL ${DEVELOPER_SECRET}`);
    this.#session = reads.prepare<PrincipalRow>(SESSION);
    this.#person = reads.prepare<PrincipalRow>(PERSON);
  }

  async byTokenHash(hash: string): Promise<PrincipalRow | undefined> {
    return (await this.#token.all([hash]))[0];
  }

  async bySecretHash(hash: string): Promise<PrincipalRow | undefined> {
    return (await this.#secret.all([hash, hash]))[0];
  }

  async bySessionId(id: string): Promise<PrincipalRow | undefined> {
    return (await this.#session.all([id]))[0];
  }

  async byPersonId(id: string): Promise<PrincipalRow | undefined> {
    return (await this.#person.all([id]))[0];
  }
}
