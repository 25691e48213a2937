import { Injectable } from '@nestjs/common';
import { BatchedRead } from '../database/batched-read.js';
import { MOST_KEYS, type PreparedRead, PreparedReads } from '../database/prepared-reads.js';
import { type AccountRow, type HeldRole, NO_TOKEN, type PrincipalRow } from './principal-row.js';

const OWNER = `
  'siteId', u.site_id, 'userId', u.id, 'username', u.username, 'userKind', u.kind, 'userStatus', u.status`;

/** A row for each role held. (A GROUP_CONCAT over this join would be one row, at four times the cost on MariaDB.) */
const HELD = `ur.role AS role, r.scopes AS scopes`;
const HELD_ROLES = `
LEFT JOIN user_roles ur ON ur.user_id = u.id
LEFT JOIN roles r ON r.site_id = ur.site_id AND (r.name = ur.role OR ur.role = 'ROLE_ADMIN')`;

const APPLICATION = `
  'applicationId', app.id, 'applicationScopes', app.scopes, 'applicationCeiling', app.ceiling,
  'applicationDeletedAt', app.deleted_at, 'clientId', app.client_id`;

/** What only a policy looks at is read for it alone. */
const POLICY = `
  'policy', s.policy, 'lastUsedAt', CASE WHEN s.policy IS NOT NULL THEN t.last_used_at END,
  'transferredAt', CASE WHEN s.policy IS NOT NULL THEN t.transferred_at END`;

const tokens = (hashes: string) => `
SELECT v.hash AS hash, JSON_OBJECT(
  'id', t.id, 'kind', t.kind, 'name', t.name,
  'createdAt', t.created_at, 'expiresAt', t.expires_at, 'validUntil', v.valid_until,
  'rotatedAt', t.rotated_at, 'revokedAt', t.revoked_at,
  'confirmedAt', NULL, 'lastSeenAt', NULL,
  'scopes', t.scopes, 'ceiling', t.ceiling, 'allowedNetworks', t.allowed_networks,
  'accountId', t.account_id, 'accountStatus', a.status,
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

/** By hash the tokens, by id the accounts: looked for in a list of both, one of each would cost MariaDB half as much again. */
const tokensAndAccounts = (keys: string) => `${tokens(keys)}
UNION ALL
SELECT a.id, JSON_OBJECT('kind', 'account', 'siteId', a.site_id, 'status', a.status), NULL, NULL
FROM accounts a
WHERE a.id IN (${keys})`;

const CLIENT_SECRET = `
SELECT '' AS hash, JSON_OBJECT('id', c.id, 'kind', 'secret', 'name', app.name,
  'createdAt', c.created_at, 'validUntil', c.expires_at, 'revokedAt', c.revoked_at,
  ${APPLICATION},
  ${OWNER}) AS principal, ${HELD}
FROM client_secrets c
JOIN applications app ON app.id = c.application_id
JOIN users u ON u.id = app.owner_id
${HELD_ROLES}
WHERE c.hash = ?`;

const DEVELOPER_SECRET = `
SELECT '' AS hash, JSON_OBJECT('id', u.id, 'kind', 'secret', 'name', 'developer secret', 'createdAt', d.created_at,
  ${OWNER}) AS principal, ${HELD}
FROM developer_secrets d
JOIN users u ON u.id = d.user_id
${HELD_ROLES}
WHERE d.hash = ?`;

const SESSION = `
SELECT '' AS hash, JSON_OBJECT('id', e.id, 'kind', 'session', 'name', 'session',
  'createdAt', e.created_at, 'expiresAt', e.expires_at, 'revokedAt', e.ended_at,
  'confirmedAt', e.confirmed_at, 'lastSeenAt', e.last_seen_at,
  ${OWNER}) AS principal, ${HELD}
FROM sessions e
JOIN users u ON u.id = e.user_id
${HELD_ROLES}
WHERE e.id = ?`;

/** A person who has just proved a password; there is no credential yet. */
const PERSON = `
SELECT '' AS hash, JSON_OBJECT('id', u.id, 'kind', 'session', 'name', 'password', 'createdAt', u.created_at,
  ${OWNER}) AS principal, ${HELD}
FROM users u
${HELD_ROLES}
WHERE u.id = ? AND u.kind = 'person'`;

/** Few columns, because drivers charge for each: MySQL describes every one anew with every answer. */
interface Answer {
  /** Which token it is about, since several may be asked about at once, or the id of an account; of anything else empty. */
  readonly hash: string;
  /** Text, or where MySQL calls it JSON, what it says. */
  readonly principal: string | object;
  readonly role: string | null;
  readonly scopes: string | null;
}

/**
 * The one read across tables: from what a caller presented to everything a request needs, in one prepared statement.
 * It names no site, because the credential is what says which site it is.
 */
@Injectable()
export class PrincipalQuery {
  readonly #tokens: BatchedRead<PrincipalRow>;
  readonly #tokensAndAccounts: BatchedRead<Either>;
  readonly #secret: PreparedRead<Answer>;
  readonly #session: PreparedRead<Answer>;
  readonly #person: PreparedRead<Answer>;

  constructor(reads: PreparedReads) {
    const read = reads.prepareIn<Answer>(tokens);
    this.#tokens = new BatchedRead(async (hashes) => folded<PrincipalRow>(await read.all(hashes)), MOST_KEYS);
    const both = reads.prepareIn<Answer>(tokensAndAccounts);
    this.#tokensAndAccounts = new BatchedRead(async (keys) => {
      const [hashes, ids] = [keys.filter(isHash), keys.filter((key) => !isHash(key))];
      return folded<Either>(await both.all(hashes, ids));
    }, MOST_KEYS);
    this.#secret = reads.prepare<Answer>(`${CLIENT_SECRET} UNION ALL ${DEVELOPER_SECRET}`);
    this.#session = reads.prepare<Answer>(SESSION);
    this.#person = reads.prepare<Answer>(PERSON);
  }

  async byTokenHash(hash: string): Promise<PrincipalRow | undefined> {
    return (await this.#tokens.find(hash)).get(hash);
  }

  /** A token beside the account that it is to be used in. */
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

  async bySecretHash(hash: string): Promise<PrincipalRow | undefined> {
    return completed(await this.#secret.all([hash, hash]));
  }

  async bySessionId(id: string): Promise<PrincipalRow | undefined> {
    return completed(await this.#session.all([id]));
  }

  async byPersonId(id: string): Promise<PrincipalRow | undefined> {
    return completed(await this.#person.all([id]));
  }
}

type Either = PrincipalRow | AccountRow;

/** Of a SHA-256; an id is shorter. */
const HASH_DIGITS = 64;

function isHash(key: string): boolean {
  return key.length === HASH_DIGITS;
}

/** By hash, the rows of each credential made one, its roles gathered. An account has none. */
function folded<Row extends Either>(answers: readonly Answer[]): Map<string, Row> {
  const rows = new Map<string, Row & { held: HeldRole[] }>();
  for (const { hash, principal, role, scopes } of answers) {
    let row = rows.get(hash);
    if (row === undefined) {
      row = (typeof principal === 'string' ? JSON.parse(principal) : principal) as Row & { held: HeldRole[] };
      row.held = [];
      rows.set(hash, row);
    }
    if (role !== null) row.held.push({ role, scopes });
  }
  return rows;
}

function completed(answers: readonly Answer[]): PrincipalRow | undefined {
  const row = folded<PrincipalRow>(answers).get('');
  return row && { ...NO_TOKEN, ...row };
}
