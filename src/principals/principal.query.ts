import { Injectable } from '@nestjs/common';
import { BatchedRead } from '../platform/database/batched-read.js';
import { type KeysRead, MOST_KEYS, type PreparedRead, PreparedReads } from '../platform/database/prepared-reads.js';
import { type AccountRow, type HeldRole, NO_TOKEN, type PrincipalRow } from './row/principal-row.js';

const OWNER = `
  'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status`;

/** One row for each role held. (A GROUP_CONCAT over this join would be one row, at four times the cost on MariaDB.) */
const HELD = `ur.role AS role, r.scopes AS scopes`;
const HELD_ROLES = `
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')`;

const APPLICATION = `
  'applicationId', app.id, 'applicationScopes', app.scopes, 'applicationCeiling', app.ceiling,
  'applicationDeletedAt', app.deleted_at, 'applicationEndsAt', app.ends_at, 'clientId', app.client_id`;

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

/**
 * Tokens by hash, accounts by id. Both are looked up in one list of keys: a list for each would cost MariaDB half as much again.
 */
const tokensAndAccounts = (keys: string) => `${tokens(keys)}
UNION ALL
SELECT a.id, JSON_OBJECT('kind', 'account', 'siteId', a.site_id, 'status', a.status), NULL, NULL
FROM accounts a
WHERE a.id IN (${keys})`;

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
 * names no site, because the credential itself says which site it belongs to.
 */
@Injectable()
export class PrincipalQuery {
  readonly #tokens: BatchedRead<PrincipalRow>;
  readonly #tokensAndAccounts: BatchedRead<Either>;
  /** Runs outside the batches of requests, which must not wait for a caller that asks about many tokens. */
  readonly #apart: KeysRead<Answer>;
  readonly #both: KeysRead<Answer>;
  readonly #secrets: KeysRead<Answer>;
  readonly #sessions: KeysRead<Answer>;
  readonly #person: PreparedRead<Answer>;

  constructor(reads: PreparedReads) {
    const read = reads.prepareIn<Answer>(tokens);
    this.#tokens = new BatchedRead(async (hashes) => folded<PrincipalRow>(await read.all(hashes)), MOST_KEYS);
    const both = (this.#both = reads.prepareIn<Answer>(tokensAndAccounts));
    this.#tokensAndAccounts = new BatchedRead(async (keys) => {
      const [hashes, ids] = [keys.filter(isHash), keys.filter((key) => !isHash(key))];
      return folded<Either>(await both.all(hashes, ids));
    }, MOST_KEYS);
    this.#apart = read;
    this.#secrets = reads.prepareIn<Answer>((keys) => `${clientSecrets(keys)} UNION ALL ${developerSecrets(keys)}`);
    this.#sessions = reads.prepareIn<Answer>(sessions);
    this.#person = reads.prepare<Answer>(PERSON);
  }

  async byTokenHash(hash: string): Promise<PrincipalRow | undefined> {
    return (await this.#tokens.find(hash)).get(hash);
  }

  /** A token, together with the account that it is to be used in. */
  async byTokenHashAndAccount(
    hash: string,
    accountId: string,
  ): Promise<[PrincipalRow | undefined, AccountRow | undefined]> {
    const found = await this.#tokensAndAccounts.find(hash, accountId);
    const [token, account] = [found.get(hash), found.get(accountId)];
    return [token?.kind === 'account' ? undefined : token, account?.kind === 'account' ? account : undefined];
  }

  async byTokenHashes(one: string, other: string): Promise<[PrincipalRow | undefined, PrincipalRow | undefined]> {
    const found = await this.#tokens.find(one, other);
    return [found.get(one), found.get(other)];
  }

  /** The same for many at once, in as few statements as possible. */
  async byTokenHashesAndAccounts(hashes: readonly string[], accountIds: readonly string[]): Promise<FoundRows> {
    const tokens = new Map<string, PrincipalRow>();
    const accounts = new Map<string, AccountRow>();
    const most = Math.max(hashes.length, accountIds.length);
    for (let at = 0; at < most; at += MOST_KEYS) {
      // after the end of one list, its last key is asked for again: no list may be empty
      const portion = (keys: readonly string[]) => (at < keys.length ? keys.slice(at, at + MOST_KEYS) : keys.slice(-1));
      const found = folded<Either>(await this.#both.all(portion(hashes), portion(accountIds)));
      for (const [key, row] of found)
        if (row.kind === 'account') accounts.set(key, row);
        else tokens.set(key, row);
    }
    return { tokens, accounts };
  }

  async bySecretHash(hash: string): Promise<PrincipalRow | undefined> {
    return (await this.allBySecretHash([hash]))[0];
  }

  async bySessionId(id: string): Promise<PrincipalRow | undefined> {
    return (await this.allBySessionId([id]))[0];
  }

  /** Those of 1 to 64 tokens that exist, in no order. Likewise for secrets and sessions below. */
  async allByTokenHash(hashes: readonly string[]): Promise<PrincipalRow[]> {
    return completed(await this.#apart.all(hashes));
  }

  async allBySecretHash(hashes: readonly string[]): Promise<PrincipalRow[]> {
    return completed(await this.#secrets.all(hashes, hashes));
  }

  async allBySessionId(ids: readonly string[]): Promise<PrincipalRow[]> {
    return completed(await this.#sessions.all(ids));
  }

  async byPersonId(id: string): Promise<PrincipalRow | undefined> {
    return completed(await this.#person.all([id]))[0];
  }
}

type Either = PrincipalRow | AccountRow;

/** Tokens by hash, accounts by id. */
export interface FoundRows {
  readonly tokens: ReadonlyMap<string, PrincipalRow>;
  readonly accounts: ReadonlyMap<string, AccountRow>;
}

/** The length of a SHA-256; an id is shorter. */
const HASH_DIGITS = 64;

function isHash(key: string): boolean {
  return key.length === HASH_DIGITS;
}

/** Merges the rows of each credential into one, by hash, and gathers its roles. An account has none. */
export function folded<Row extends Either>(answers: readonly Answer[]): Map<string, Row> {
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

function completed(answers: readonly Answer[]): PrincipalRow[] {
  return [...folded<PrincipalRow>(answers).values()].map((row) => ({ ...NO_TOKEN, ...row }));
}
