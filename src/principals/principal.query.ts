import { getHeapStatistics } from 'node:v8';
import { Injectable } from '@nestjs/common';
import type { FoundByKey } from '../platform/database/batched-read.js';
import { ChangeClock } from '../platform/database/change-clock.js';
import { type KeysRead, type PreparedRead, PreparedReads } from '../platform/database/prepared-reads.js';
import { CachedRead } from './cache/cached-read.js';
import type { CacheLimits } from './cache/row-cache.js';
import { type AccountRow, type HeldRole, NO_TOKEN, type PrincipalRow } from './row/principal-row.js';
import { subjectsOf } from './row/row-subjects.js';

const OWNER = `
  'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status`;

/** One row for each role held. (A GROUP_CONCAT over this join would be one row, at four times the cost on MariaDB.) */
const HELD = `ur.role AS role, r.scopes AS scopes`;
const HELD_ROLES = `
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')`;

const APPLICATION = `
  'applicationId', app.id, 'applicationScopes', app.scopes, 'applicationCeiling', app.ceiling,
  'applicationOwnerId', app.owner_id, 'applicationDeletedAt', app.deleted_at, 'applicationEndsAt', app.ends_at, 'clientId', app.client_id`;

/** Columns that only a policy needs are read only if there is one. */
const POLICY = `
  'policy', s.policy, 'lastUsedAt', CASE WHEN s.policy IS NOT NULL THEN t.last_used_at END`;

/** Tokens by hash: `hashes` is placeholders or a subquery. */
export const tokens = (hashes: string) => `
SELECT v.hash AS hash, JSON_OBJECT(
  'id', t.id, 'kind', t.kind, 'name', t.name,
  'createdAt', t.created_at, 'expiresAt', t.expires_at, 'validUntil', v.valid_until,
  'rotatedAt', t.rotated_at, 'revokedAt', t.revoked_at,
  'confirmedAt', NULL, 'lastSeenAt', NULL,
  'scopes', t.scopes, 'ceiling', t.ceiling, 'allowedNetworks', t.allowed_networks,
  'accountId', t.account_id, 'accountStatus', a.status,
  'transferredFrom', COALESCE(t.transferred_from, v.transferred_from),
  'transferredAt', COALESCE(t.transferred_at, v.transferred_at),
  'lineageKey', COALESCE(v.lineage_key, t.id), 'madeBy', COALESCE(v.made_by, t.created_by),
  ${APPLICATION},
  ${POLICY},
  ${OWNER}) AS principal, ${HELD}
FROM token_values v
JOIN tokens t ON t.id = v.token_id
JOIN users u ON u.id = t.owner_id
JOIN sites s ON s.id = t.site_id
LEFT JOIN accounts a ON a.id = t.account_id
LEFT JOIN applications app ON app.id = t.application_id
${HELD_ROLES}
WHERE v.hash IN (${hashes})`;

const accounts = (ids: string) => `
SELECT a.id AS hash, JSON_OBJECT('kind', 'account', 'id', a.id, 'siteId', a.site_id, 'status', a.status) AS principal,
  NULL AS role, NULL AS scopes
FROM accounts a
WHERE a.id IN (${ids})`;

export const clientSecrets = (hashes: string) => `
SELECT c.hash AS hash, JSON_OBJECT('id', c.id, 'kind', 'secret', 'name', app.name,
  'createdAt', c.created_at, 'validUntil', c.expires_at, 'revokedAt', c.revoked_at,
  'transferredFrom', app.transferred_from, 'transferredAt', app.transferred_at,
  'lineageKey', c.id, 'madeBy', COALESCE(c.made_by, app.created_by),
  ${APPLICATION},
  ${OWNER}) AS principal, ${HELD}
FROM client_secrets c
JOIN applications app ON app.id = c.application_id
JOIN users u ON u.id = app.owner_id
${HELD_ROLES}
WHERE c.hash IN (${hashes})`;

export const developerSecrets = (hashes: string) => `
SELECT d.hash AS hash, JSON_OBJECT('id', u.id, 'kind', 'secret', 'name', 'developer secret', 'createdAt', d.created_at,
  'lineageKey', u.id, 'madeBy', u.id,
  ${OWNER}) AS principal, ${HELD}
FROM developer_secrets d
JOIN users u ON u.id = d.user_id
${HELD_ROLES}
WHERE d.hash IN (${hashes})`;

export const sessions = (ids: string) => `
SELECT e.id AS hash, JSON_OBJECT('id', e.id, 'kind', 'session', 'name', 'session',
  'createdAt', e.created_at, 'expiresAt', e.expires_at, 'revokedAt', e.ended_at,
  'confirmedAt', e.confirmed_at, 'lastSeenAt', e.last_seen_at, 'lineageKey', e.id, 'madeBy', u.id,
  ${OWNER}) AS principal, ${HELD}
FROM sessions e
JOIN users u ON u.id = e.user_id
${HELD_ROLES}
WHERE e.id IN (${ids})`;

/** A person who has just proved a password. There is no credential yet. */
export const PERSON = `
SELECT '' AS hash, JSON_OBJECT('id', u.id, 'kind', 'session', 'name', 'password', 'createdAt', u.created_at,
  'lineageKey', u.id, 'madeBy', u.id,
  ${OWNER}) AS principal, ${HELD}
FROM users u
${HELD_ROLES}
WHERE u.id = ? AND u.kind = 'person'`;

/** All that is read of a principal: whatever changes one of these columns takes a number of the change clock. */
export const PRINCIPAL_READS = [
  tokens('?'),
  clientSecrets('?'),
  developerSecrets('?'),
  sessions('?'),
  PERSON,
  accounts('?'),
];

/** Few columns, because drivers charge for each: MySQL describes every column again with every answer. */
export interface Answer {
  /**
   * Which credential the row is about, since several may be asked for at once: a hash, or the id of an account or session; empty
   * for a person.
   */
  readonly hash: string;
  /** Text, or the object it stands for where MySQL types the column as JSON. */
  readonly principal: string | object;
  readonly role: string | null;
  readonly scopes: string | null;
}

/**
 * The one read across tables: from what a caller presented to everything a request needs, in one prepared statement. The query
 * names no site, because the credential itself says which site it belongs to. What was read is kept until it changes
 * (cache/cached-read.ts).
 */
@Injectable()
export class PrincipalQuery {
  readonly tokens: CachedRead<PrincipalRow>;
  readonly accounts: CachedRead<AccountRow>;
  readonly secrets: CachedRead<PrincipalRow>;
  readonly sessions: CachedRead<PrincipalRow>;
  readonly #tokens: KeysRead<Answer>;
  readonly #accounts: KeysRead<Answer>;
  readonly #secrets: KeysRead<Answer>;
  readonly #sessions: KeysRead<Answer>;
  readonly #person: PreparedRead<Answer>;

  constructor(reads: PreparedReads, clock: ChangeClock) {
    this.#tokens = reads.prepareIn(tokens);
    this.#accounts = reads.prepareIn(accounts);
    this.#secrets = reads.prepareIn((keys) => `${clientSecrets(keys)} UNION ALL ${developerSecrets(keys)}`);
    this.#sessions = reads.prepareIn(sessions);
    this.#person = reads.prepare(PERSON);
    this.tokens = new CachedRead(clock, (hashes) => this.tokensNow(hashes), subjectsOf, TOKENS);
    this.accounts = new CachedRead(clock, (ids) => this.accountsNow(ids), subjectsOf, OTHERS);
    this.secrets = new CachedRead(clock, (hashes) => this.secretsNow(hashes), subjectsOf, OTHERS);
    this.sessions = new CachedRead(clock, (ids) => this.sessionsNow(ids), subjectsOf, OTHERS);
  }

  /** Those of 1 to 64 tokens that exist, by their hashes, as the database has them now. Likewise below. */
  async tokensNow(hashes: readonly string[]): Promise<FoundByKey<PrincipalRow>> {
    return folded(await this.#tokens.all(hashes));
  }

  async accountsNow(ids: readonly string[]): Promise<FoundByKey<AccountRow>> {
    return folded(await this.#accounts.all(ids));
  }

  async secretsNow(hashes: readonly string[]): Promise<FoundByKey<PrincipalRow>> {
    return completed(await this.#secrets.all(hashes, hashes));
  }

  async sessionsNow(ids: readonly string[]): Promise<FoundByKey<PrincipalRow>> {
    return completed(await this.#sessions.all(ids));
  }

  async byPersonId(id: string): Promise<PrincipalRow | undefined> {
    return completed(await this.#person.all([id]))
      .values()
      .next().value;
  }
}

const MIB = 2 ** 20;
/** A small machine gives the process a small heap, most of which must stay free for requests. */
const HEAP_BYTES = getHeapStatistics().heap_size_limit;
const TOKENS: CacheLimits = {
  rows: 1_000_000,
  bytes: Math.min(768 * MIB, Math.floor(HEAP_BYTES / 4)),
  missing: 50_000,
};
const OTHERS: CacheLimits = { rows: 100_000, bytes: Math.min(64 * MIB, Math.floor(HEAP_BYTES / 32)), missing: 10_000 };

/** Merges the rows of each credential into one, by hash, and gathers its roles. An account has none. */
export function folded<Row extends PrincipalRow | AccountRow>(answers: readonly Answer[]): Map<string, Row> {
  const rows = new Map<string, Row & { key: string; held: HeldRole[] }>();
  for (const { hash, principal, role, scopes } of answers) {
    let row = rows.get(hash);
    if (row === undefined) {
      row = (typeof principal === 'string' ? JSON.parse(principal) : principal) as Row & {
        key: string;
        held: HeldRole[];
      };
      row.key = hash;
      row.held = [];
      rows.set(hash, row);
    }
    if (role !== null) row.held.push({ role, scopes });
  }
  return rows;
}

function completed(answers: readonly Answer[]): Map<string, PrincipalRow> {
  const rows = folded<PrincipalRow>(answers);
  for (const [key, row] of rows) rows.set(key, { ...NO_TOKEN, ...row });
  return rows;
}
