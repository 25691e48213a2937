import { Database } from '../../src/platform/database/database.js';
import { Stage } from '../support/changes.js';
import type { TestApp } from '../support/test-app.js';

/** Rows of twenty sites, as a deployment has them after two months. Each table: its columns, and how many rows. */
const SITES = 20;
const USERS = 2_000;
const APPLICATIONS = 2_000;
const TOKENS = 8_000;
const STATEMENT_LIMIT_MS = 60_000;

/** When the tour begins. */
const NOW = Date.parse('2026-01-15T12:00:00.000Z');
const DAY_SECONDS = 86_400;
/** Over how long the rows of a table were made. */
const AGE_SECONDS = 60 * DAY_SECONDS;

/** SQL of the n-th row, from 0. */
type Values = Readonly<Record<string, string>>;

/** The id of the n-th of so many: as long ago as it was made. */
function idOf(kind: number, n: string, rows: number): string {
  const milliseconds = `${NOW - AGE_SECONDS * 1000} + ((${n}) * ${Math.floor((AGE_SECONDS * 1000) / rows)})`;
  const hex = `LPAD(LOWER(HEX(${milliseconds})), 12, '0')`;
  return `CONCAT(LEFT(${hex}, 8), '-', RIGHT(${hex}, 4), '-7000-8000-', LPAD(${kind}, 4, '0'), LPAD(${n}, 8, '0'))`;
}

/** So many seconds after the start of the tour. */
function at(seconds: number | string): string {
  return `TIMESTAMPADD(SECOND, ${seconds}, '${timeOf(NOW)}')`;
}

function madeAt(n: string, rows: number): string {
  return at(`-${AGE_SECONDS} + ((${n}) * ${Math.floor(AGE_SECONDS / rows)})`);
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}

/** Of every so many rows one has a value, the others have another one. */
function each(every: number, value: string, other = 'NULL'): string {
  return `CASE WHEN n % ${every} = 0 THEN ${value} ELSE ${other} END`;
}

const user = (n = 'n') => idOf(2, `(${n}) % ${USERS}`, USERS);
const application = (n = 'n') => idOf(4, `(${n}) % ${APPLICATIONS}`, APPLICATIONS);
const token = (n = 'n') => idOf(5, `(${n}) % ${TOKENS}`, TOKENS);
const hash = (kind: string, n = 'n') => `SHA2(CONCAT('${kind}', ${n}), 256)`;
const small = (kind: number, rows: number) => idOf(kind, `n % ${rows}`, rows);
/** What only the service can have written, as it stands in the first row, which it has written. */
const likeThe = (column: string, table: string) => `(SELECT ${column} FROM ${table} ORDER BY id LIMIT 1)`;
const LATER = at(40 * DAY_SECONDS);
const TEXT = "'x'";
/** Where something sealed would stand. */
export const UNSEALED = 'x';
const SEALED = `'${UNSEALED}'`;

/** In an order in which what is referred to comes first. The n-th row is of the site n % 20, and so is what it refers to. */
function tablesOf(site: string): readonly (readonly [table: string, rows: number, values: Values])[] {
  const made = (rows: number) => ({ created_at: madeAt('n', rows), updated_at: madeAt('n', rows) });
  const own = (kind: number, rows: number) => ({ id: idOf(kind, 'n', rows), site_id: site });
  return [
    ['accounts', 100, { ...own(1, 100), name: "CONCAT('account ', n)", status: "'active'", ...made(100) }],
    ['users', USERS, { ...own(2, USERS), username: "CONCAT('seed-', n)", ...USER, ...made(USERS) }],
    ['user_roles', USERS, { user_id: user(), role: "'ROLE_MANAGE_PROXIES'", site_id: site }],
    ['roles', 20, { ...own(3, 20), name: "CONCAT('ROLE_SEED_', n)", description: TEXT, scopes: TEXT, ...made(20) }],
    ['applications', APPLICATIONS, { ...own(4, APPLICATIONS), ...APPLICATION, ...made(APPLICATIONS) }],
    ['client_secrets', 2_500, { ...own(14, 2_500), ...SECRET, created_at: madeAt('n', 2_500) }],
    ['tokens', TOKENS, { ...own(5, TOKENS), ...TOKEN, created_at: madeAt('n', TOKENS) }],
    ['token_values', 10_000, { hash: hash('value'), site_id: site, ...VALUE, created_at: madeAt('n', 10_000) }],
    ['sessions', 4_000, { ...own(6, 4_000), ...SESSION, created_at: madeAt('n', 4_000) }],
    ['invitations', 2_000, { ...own(7, 2_000), ...INVITATION, created_at: madeAt('n', 2_000) }],
    ['developer_secrets', 1_000, { user_id: user(), site_id: site, ...DEVELOPER_SECRET }],
    ['notifications', 4_000, { ...own(8, 4_000), ...NOTIFICATION, created_at: madeAt('n', 4_000) }],
    ['audit_events', 8_000, { ...own(9, 8_000), ...EVENT, at: madeAt('n', 8_000) }],
    ['kept_answers', 2_000, { hash: hash('answer'), site_id: site, ...ANSWER }],
    ['changes', 6_000, { id: idOf(18, 'n', 6_000), ...CHANGE, created_at: madeAt('n', 6_000) }],
    ['verification_counts', 6_000, { ...own(10, 6_000), ...COUNT }],
    ['certificates', 100, { ...own(11, 100), ...CERTIFICATE, ...made(100) }],
    ['credentials', 100, { ...own(12, 100), ...CREDENTIAL, ...made(100) }],
    ['connections', 500, { ...own(13, 500), ...CONNECTION, ...made(500) }],
    ['projects', 300, { ...own(15, 300), ...PROJECT, ...made(300) }],
    ['proxies', 1_000, { ...own(16, 1_000), ...PROXY, ...made(1_000) }],
    ['proxy_revisions', 2_000, { ...own(17, 2_000), ...REVISION, created_at: madeAt('n', 2_000) }],
  ];
}

const CHANGE = {
  ...{ shard: 'n % 16', number: 'n', stamp: "'0123456789abcdef0123456789abcdef'" },
  ...{ previous: "'0123456789abcdef0123456789abcdef'", subject: "CONCAT('user:', n)" },
};
const USER = {
  email: "CONCAT('seed-', n, '@example.com')",
  kind: `CASE WHEN n % 11 = 0 THEN 'service' ELSE 'person' END`,
  status: `CASE WHEN n % 31 = 0 THEN 'removed' ELSE 'active' END`,
};
const APPLICATION = {
  ...{ owner_id: user(), created_by: user(), name: "CONCAT('app ', n)", description: TEXT, client_id: hash('client') },
  ...{ token_format: "'opaque'", token_ttl_seconds: '3600', access_token_id: token() },
  ...{ transferred_from: each(19, user()), transferred_at: each(19, at(0)), deleted_at: each(31, at(0)) },
};
const SECRET = {
  ...{ application_id: application(), hash: hash('secret'), last4: TEXT, made_by: user() },
  ...{ expires_at: each(31, at(0), each(7, LATER)), revoked_at: each(37, at(0)), issued_with: each(11, token()) },
};
const TOKEN = {
  ...{ owner_id: user(), created_by: user(), name: "CONCAT('token ', n)", last4: TEXT },
  kind: "CASE WHEN n % 3 = 0 THEN 'application' ELSE 'personal' END",
  format: "CASE WHEN n % 9 = 0 THEN 'jwt' ELSE 'opaque' END",
  account_id: each(49, small(1, 100)),
  application_id: each(3, application()),
  ...{ rotated_at: each(7, at(0)), expires_at: each(97, at(0), each(3, LATER)), revoked_at: each(89, at(0)) },
  ...{ last_used_at: each(3, at(0)), last_used_address: each(3, "'192.0.2.1'") },
  ...{ transferred_from: each(19, user()), transferred_at: each(19, at(0)) },
};
const VALUE = {
  token_id: token(),
  valid_until: `CASE WHEN n < ${TOKENS} THEN NULL WHEN n % 7 = 0 THEN ${at(0)} ELSE ${LATER} END`,
  ...{ issued_with_kind: each(3, "'personal'"), issued_with: each(3, token('n * 7')), made_by: user() },
};
const SESSION = {
  ...{ user_id: user(), address: "'192.0.2.1'", last_seen_at: each(31, at(0), LATER), confirmed_at: at(0) },
  ...{ expires_at: each(37, at(0), LATER), ended_at: each(41, at(0)) },
};
const INVITATION = {
  ...{ user_id: user(), hash: hash('invitation'), made_by: user('n + 5') },
  ...{ expires_at: each(31, at(0), LATER), used_at: each(37, at(0)) },
};
const DEVELOPER_SECRET = { hash: hash('developer'), sealed: SEALED, last4: TEXT, created_at: at(0) };
const NOTIFICATION = {
  ...{ user_id: user(), kind: "'credential.leaked'", subject_type: "'token'", subject_id: token(), details: "'{}'" },
  read_at: each(3, at(0)),
};
const EVENT = {
  action: "ELT(1 + n % 7, 'token.created', 'token.revoked', 'user.created', 'a.b', 'c.d', 'e.f', 'g.h')",
  ...{ outcome: "'success'", actor_kind: "'user'", actor_id: user(), actor_name: "CONCAT('seed-', n)" },
  ...{ subject_type: "'token'", subject_id: token(), subject_name: "CONCAT('token ', n)" },
};
const ANSWER = { caller_hash: hash('caller', 'n % 500'), sealed: SEALED, created_at: LATER };
/** Of an hour there is one row of each site. */
const COUNT = { hour: at(`3600 * (FLOOR(n / ${SITES}) - 2)`), verified: '1', refused: '0' };
const CERTIFICATE = {
  name: "CONCAT('certificate ', n)",
  chain: likeThe('chain', 'certificates'),
  valid_to: at(`n * 10 * ${DAY_SECONDS}`),
  version: '1',
};
const CREDENTIAL = {
  ...{
    name: "CONCAT('credential ', n)",
    settings: likeThe('settings', 'credentials'),
    sealed_secret: SEALED,
    secret_set_at: at(0),
    version: '1',
  },
};
const CONNECTION = {
  ...{
    name: "CONCAT('connection ', n)",
    base_url: likeThe('base_url', 'connections'),
    version: '1',
    credential_id: small(12, 100),
  },
  client_certificate_id: each(7, small(11, 100)),
};
const PROJECT = { account_id: small(1, 100), name: "CONCAT('project ', n)" };
const PROXY = {
  ...{
    account_id: small(1, 100),
    project_id: small(15, 300),
    name: "CONCAT('proxy ', n)",
    path: "CONCAT('/seed/', n)",
  },
  ...{ connection_id: small(13, 500), settings: likeThe('settings', 'proxies'), deployed_revision: each(3, '2') },
  ...{ deployed_path: each(3, "CONCAT('/seed/', n)"), deployed_connection_id: each(3, small(13, 500)) },
};
const REVISION = {
  ...{
    proxy_id: small(16, 1_000),
    number: '1 + FLOOR(n / 1000)',
    snapshot: likeThe('snapshot', 'proxy_revisions'),
    created_by: user(),
  },
};

/**
 * Fills the tables of a MySQL database, whose plans depend on what is in them, and has it count what is there once and for all.
 * SQLite plans by the schema alone, as long as nobody has had it analyse its tables, and the service never does.
 */
export async function seed(app: TestApp): Promise<void> {
  const database = app.app.get(Database, { strict: false });
  if (database.dialect === 'sqlite') return;
  const stage = await Stage.of(app);
  await stage.connection();
  await stage.first.post(`/proxies/${(await stage.proxy()).id}/deploy`, {});
  const runner = database.writer.createQueryRunner();
  if ('statementLimitMs' in runner) runner.statementLimitMs = STATEMENT_LIMIT_MS;
  const send = (sql: string): Promise<Record<string, string>[]> =>
    runner.query(sql) as Promise<Record<string, string>[]>;
  try {
    await seedSites(send);
    const [first] = await send("SELECT id FROM sites WHERE slug = 'default'");
    const site = `CASE n % ${SITES} WHEN 0 THEN '${first?.['id'] ?? ''}' ELSE ${idOf(0, `n % ${SITES}`, SITES)} END`;
    for (const [table, rows, values] of tablesOf(site)) await send(insertion(table, rows, values));
    await settle(send);
  } finally {
    await runner.release();
  }
}

async function seedSites(send: (sql: string) => Promise<unknown>): Promise<void> {
  const names = { name: "CONCAT('site ', n)", slug: "CONCAT('seed-', n)", created_at: at(0), updated_at: at(0) };
  await send(insertion('sites', SITES, { id: idOf(0, 'n', SITES), ...names }));
}

function insertion(table: string, rows: number, values: Values): string {
  const digits =
    'SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5';
  const digit = (name: string) =>
    `(${digits} UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) ${name}`;
  const numbers = `SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM ${['a', 'b', 'c', 'e'].map(digit).join(', ')}`;
  return `INSERT INTO ${table} (${Object.keys(values)
    .map((name) => `\`${name}\``)
    .join(', ')})
    SELECT ${Object.values(values).join(', ')} FROM (${numbers}) numbers WHERE n < ${rows} ORDER BY n`;
}

/** Each page of an index is counted instead of some by chance, and nothing is counted again while the tour adds rows. */
async function settle(send: (sql: string) => Promise<Record<string, string>[]>): Promise<void> {
  for (const row of await send('SHOW TABLES')) {
    const [table = ''] = Object.values(row);
    await send(`ALTER TABLE \`${table}\` STATS_PERSISTENT = 1, STATS_AUTO_RECALC = 0, STATS_SAMPLE_PAGES = 10000`);
    await send(`ANALYZE TABLE \`${table}\``);
  }
}
