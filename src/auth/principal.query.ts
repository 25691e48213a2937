import { Injectable } from '@nestjs/common';
import { type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** UTC, as the database writes it into JSON: `YYYY-MM-DD HH:MM:SS.mmm`. */
export type StoredTime = string;

/** Everything that a request needs to know of a credential and its owner, as of this moment. */
export interface PrincipalRow {
  readonly id: string;
  readonly kind: 'personal' | 'application' | 'secret' | 'session';
  readonly name: string;
  readonly createdAt: StoredTime;
  readonly expiresAt: StoredTime | null;
  /** Of an old value of a token, or a replaced client secret: until when it still works. */
  readonly validUntil: StoredTime | null;
  readonly revokedAt: StoredTime | null;
  readonly confirmedAt: StoredTime | null;
  readonly lastSeenAt: StoredTime | null;
  readonly scopes: string | null;
  readonly ceiling: string | null;
  readonly allowedNetworks: string | null;
  readonly accountId: string | null;
  readonly accountStatus: 'active' | 'suspended' | null;
  readonly applicationId: string | null;
  readonly applicationScopes: string | null;
  readonly applicationCeiling: string | null;
  readonly applicationDeletedAt: StoredTime | null;
  readonly clientId: string | null;
  /** Proved by the credential itself. */
  readonly siteId: SiteId;
  readonly userId: string;
  readonly username: string;
  readonly userKind: 'person' | 'service';
  readonly userStatus: 'active' | 'suspended';
  /**
   * `ROLE_A orders:read orders:write,ROLE_B `: each role that the user holds with the scopes that the site gives it. A
   * built-in role has none here; for an administrator every role of the site stands behind theirs.
   */
  readonly held: string | null;
}

/** What a credential of another kind than a token has none of. */
const NO_TOKEN = {
  expiresAt: null,
  validUntil: null,
  revokedAt: null,
  confirmedAt: null,
  lastSeenAt: null,
  scopes: null,
  ceiling: null,
  allowedNetworks: null,
  accountId: null,
  accountStatus: null,
  applicationId: null,
  applicationScopes: null,
  applicationCeiling: null,
  applicationDeletedAt: null,
  clientId: null,
} as const;

const OWNER = `
  'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status,
  'held', (
    SELECT GROUP_CONCAT(CONCAT(ur.role, ' ', COALESCE(r.scopes, '')))
    FROM user_roles ur
    LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')
    WHERE ur.user_id = u.id
  )`;

const APPLICATION = `
  'applicationId', app.id, 'applicationScopes', app.scopes, 'applicationCeiling', app.ceiling,
  'applicationDeletedAt', app.deleted_at, 'clientId', app.client_id`;

/** Hashes go to their rows by the hash: it is part of the answer, since several may be asked about at once. */
const tokens = (hashes: string) => `
SELECT JSON_OBJECT(
  'hash', v.hash, 'id', t.id, 'kind', t.kind, 'name', t.name,
  'createdAt', t.created_at, 'expiresAt', t.expires_at, 'validUntil', v.valid_until, 'revokedAt', t.revoked_at,
  'confirmedAt', NULL, 'lastSeenAt', NULL,
  'scopes', t.scopes, 'ceiling', t.ceiling, 'allowedNetworks', t.allowed_networks,
  'accountId', t.account_id, 'accountStatus', a.status,
  ${APPLICATION},
  ${OWNER}) AS principal
FROM token_values v
JOIN tokens t ON t.id = v.token_id
JOIN users u ON u.id = t.owner_id
LEFT JOIN accounts a ON a.id = t.account_id
LEFT JOIN applications app ON app.id = t.application_id
WHERE v.hash IN (${hashes})`;

const CLIENT_SECRET = `
SELECT JSON_OBJECT('id', c.id, 'kind', 'secret', 'name', app.name,
  'createdAt', c.created_at, 'validUntil', c.expires_at, 'revokedAt', c.revoked_at,
  ${APPLICATION},
  ${OWNER}) AS principal
FROM client_secrets c
JOIN applications app ON app.id = c.application_id
JOIN users u ON u.id = app.owner_id
WHERE c.hash = ?`;

const DEVELOPER_SECRET = `
SELECT JSON_OBJECT('id', u.id, 'kind', 'secret', 'name', 'developer secret', 'createdAt', d.created_at,
  ${OWNER}) AS principal
FROM developer_secrets d
JOIN users u ON u.id = d.user_id
WHERE d.hash = ?`;

const SESSION = `
SELECT JSON_OBJECT('id', e.id, 'kind', 'session', 'name', 'session',
  'createdAt', e.created_at, 'expiresAt', e.expires_at, 'revokedAt', e.ended_at,
  'confirmedAt', e.confirmed_at, 'lastSeenAt', e.last_seen_at,
  ${OWNER}) AS principal
FROM sessions e
JOIN users u ON u.id = e.user_id
WHERE e.id = ?`;

/** A person who has just proved a password; there is no credential yet. */
const PERSON = `
SELECT JSON_OBJECT('id', u.id, 'kind', 'session', 'name', 'password', 'createdAt', u.created_at,
  ${OWNER}) AS principal
FROM users u
WHERE u.id = ? AND u.kind = 'person'`;

/** One column, because drivers charge for each: MySQL describes every column anew with every answer. */
interface Answer {
  /** Text, or on MySQL, which has a JSON type, what it says. */
  readonly principal: string | object;
}

/**
 * The one read across tables: from what a caller presented to everything a request needs, in one prepared statement.
 * It names no site, because the credential is what says which site it is.
 */
@Injectable()
export class PrincipalQuery {
  readonly #token: PreparedRead<Answer>;
  readonly #twoTokens: PreparedRead<Answer>;
  readonly #secret: PreparedRead<Answer>;
  readonly #session: PreparedRead<Answer>;
  readonly #person: PreparedRead<Answer>;

  constructor(reads: PreparedReads) {
    this.#token = reads.prepare<Answer>(tokens('?'));
    this.#twoTokens = reads.prepare<Answer>(tokens('?, ?'));
    this.#secret = reads.prepare<Answer>(`${CLIENT_SECRET} UNION ALL ${DEVELOPER_SECRET}`);
    this.#session = reads.prepare<Answer>(SESSION);
    this.#person = reads.prepare<Answer>(PERSON);
  }

  async byTokenHash(hash: string): Promise<PrincipalRow | undefined> {
    return rowOf((await this.#token.all([hash]))[0]);
  }

  /** Two tokens for the price of one read: a caller's, and the one it asks about. */
  async byTokenHashes(first: string, second: string): Promise<[PrincipalRow | undefined, PrincipalRow | undefined]> {
    const rows = (await this.#twoTokens.all([first, second])).map((answer) => rowOf(answer));
    const of = (hash: string) => rows.find((row) => row?.hash === hash);
    return [of(first), of(second)];
  }

  async bySecretHash(hash: string): Promise<PrincipalRow | undefined> {
    return completed((await this.#secret.all([hash, hash]))[0]);
  }

  async bySessionId(id: string): Promise<PrincipalRow | undefined> {
    return completed((await this.#session.all([id]))[0]);
  }

  async byPersonId(id: string): Promise<PrincipalRow | undefined> {
    return completed((await this.#person.all([id]))[0]);
  }
}

function rowOf(answer: Answer | undefined): (PrincipalRow & { readonly hash?: string }) | undefined {
  if (answer === undefined) return undefined;
  const { principal } = answer;
  return (typeof principal === 'string' ? JSON.parse(principal) : principal) as PrincipalRow;
}

function completed(answer: Answer | undefined): PrincipalRow | undefined {
  const row = rowOf(answer);
  return row && { ...NO_TOKEN, ...row };
}
