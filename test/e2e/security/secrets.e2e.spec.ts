import { createHash, createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ChangeClock } from '../../../src/platform/database/change-clock.js';
import { DenialLog } from '../../../src/platform/audit/denial-log.js';
import { Database } from '../../../src/platform/database/database.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { sha256 } from '../../../src/shared/crypto/hashing.js';
import { TokenUsage } from '../../../src/tokens/token-usage.service.js';
import {
  anonymous,
  type ApiClient,
  basic,
  bearer,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
} from '../../support/api-client.js';
import { auditLog } from '../../support/audit-log.js';
import { CHANGES, NEW_PASSWORD, Stage, UPSTREAM_SECRET } from '../../support/changes.js';
import { forEachDialect } from '../../support/dialects.js';
import { freePorts } from '../../support/free-ports.js';
import { recorded, type Recording } from '../../support/recording.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** Everything that this service gives out once: opaque credentials, JWTs, links, cookies. */
const ISSUED =
  /gth_[a-z]{3}_[0-9A-Za-z]{49}|eyJ[\w-]+\.[\w-]+\.[\w-]+|(?<=invitation#)[\w-]+|(?<=__Host-gatehouse=)[\w.-]{40,}/g;

forEachDialect((dialect) => {
  let app: TestApp;
  let recording: Recording;
  let stage: Stage;
  let secrets: string[];
  let metricsUrl: string;

  beforeAll(async () => {
    const [metricsPort = 0] = await freePorts(1);
    metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
    app = await startTestApp(dialect, { settings: { logLevel: 'debug', metricsPort } });
    recording = recorded(app);
    stage = await Stage.of(recording.app);
    await live(stage);
    await misuse(recording.app, issued());
    for (const writer of [DenialLog, TokenUsage]) await app.app.get(writer, { strict: false }).flush();
    secrets = issued();
  }, 120_000);
  afterAll(() => app.stop());

  const issued = () => [...new Set(recording.answers.flatMap(({ text }) => text.match(ISSUED) ?? []))];
  /** What goes in and never comes out. */
  const passwords = () => [
    PERSON_PASSWORD,
    NEW_PASSWORD,
    UPSTREAM_SECRET,
    app.settings.adminPassword?.reveal() ?? '',
    ...stage.privateKeys.flatMap(partsOf),
  ];
  /** Which of the secrets are in a text, in clear or in an encoding that anybody can undo. */
  const foundIn = (text: string, values: readonly string[]) => {
    const lower = text.toLowerCase();
    return values.filter((value) =>
      spellingsOf(value).some((spelling) => text.includes(spelling) || lower.includes(spelling.toLowerCase())),
    );
  };

  it('of every kind were given out, so that the rest of this file proves something', () => {
    const kinds = [/^gth_pat_/, /^gth_app_/, /^gth_sec_/, /^eyJ/, /^[0-9a-f]{8}\./];
    for (const kind of kinds) expect(secrets.some((secret) => kind.test(secret))).toBe(true);
    expect(secrets.length).toBeGreaterThan(40);
  });

  it('[15] no table holds a secret, a token or a password that could be used', async () => {
    const dump = textOf(await rowsOf(app));
    const { token } = await createToken(await signInAsAdmin(app));
    expect(textOf(await rowsOf(app))).toContain(sha256(token)); // this is what a hit looks like
    expect(foundIn(dump, [...secrets, ...passwords()])).toEqual([]);
    const fast = passwords().flatMap((password) =>
      ['md5', 'sha1', 'sha256', 'sha512'].map((algorithm) => createHash(algorithm).update(password).digest('hex')),
    );
    expect(foundIn(dump, fast)).toEqual([]);
  });

  const onSqlite = dialect === 'sqlite' ? it : null;
  onSqlite?.('[15] nor does the database file, its freed pages included', () => {
    const { database } = app.settings;
    const file = database.kind === 'sqlite' ? database.file : '';
    const bytes = [file, `${file}-wal`].filter((name) => existsSync(name)).map((name) => readFileSync(name, 'latin1'));
    expect(bytes.join('').length).toBeGreaterThan(100_000);
    expect(foundIn(bytes.join('\n'), [...secrets, ...passwords()])).toEqual([]);
  });

  it('[16] each secret was in one answer and in no other', () => {
    const shown = new Map<string, string[]>();
    for (const { what, text } of recording.answers)
      for (const secret of new Set(text.match(ISSUED))) shown.set(secret, [...(shown.get(secret) ?? []), what]);
    const again = [...shown].filter(([, answers]) => answers.length > 1);
    // Its owner may see the developer secret again after giving the password (contract §3).
    expect(again.filter(([, answers]) => !answers.every((what) => what.includes('/users/me/secret/')))).toEqual([]);
  });

  it('[16] a password, the secret of an upstream and a private key are in no answer at all', () => {
    expect(stage.privateKeys.length).toBeGreaterThan(4);
    const text = recording.answers.map((answer) => answer.text).join('\n');
    expect(foundIn(text, passwords())).toEqual([]);
  });

  it('[17] no secret and no password is in a line of the log', () => {
    expect(app.logLines.length).toBeGreaterThan(100);
    expect(foundIn(app.logLines.join(''), [...secrets, ...passwords()])).toEqual([]);
  });

  it('[17] none is in a row of the audit log, and a token is named by its last 4 characters at most', async () => {
    const events = await auditLog(app);
    expect(events.length).toBeGreaterThan(100);
    expect(foundIn(JSON.stringify(events), [...secrets, ...passwords()])).toEqual([]);
  });

  it('[17] none is in the metrics', async () => {
    const text = await (await fetch(metricsUrl)).text();
    expect(text).toContain('gatehouse_http_request_duration_seconds');
    expect(foundIn(text, [...secrets, ...passwords()])).toEqual([]);
  });

  it('[17] [66] none is in an error, and errors carry no stack, SQL or version', () => {
    const errors = recording.answers.filter(({ status }) => status >= 400);
    expect(errors.length).toBeGreaterThan(100);
    for (const { what, text } of errors) {
      expect([what.slice(0, 60), foundIn(text, [...secrets, ...passwords()])]).toEqual([what.slice(0, 60), []]);
      expect(text).not.toMatch(
        /\bat \S+ \(|node_modules|\b(?:SELECT|INSERT|UPDATE) |SQLITE|ER_DUP|fastify|nestjs|typeorm/i,
      );
      expect(text).not.toMatch(/"server"|"x-powered-by"/);
    }
  });

  describe('a wrong checksum', () => {
    afterEach(() => {
      jest.restoreAllMocks();
    });

    it('[13] is refused without asking the database', async () => {
      const good = (await createToken(await signInAsAdmin(app))).token;
      const bad = good.slice(0, -1) + (good.endsWith('0') ? '1' : '0');
      const badSecret = bad.replace('_pat_', '_sec_');
      await app.app.get(TokenUsage, { strict: false }).flush();
      const get = <T>(type: abstract new (...args: never[]) => T): T => app.app.get<T>(type, { strict: false });
      const [clock, unit, database] = [get(ChangeClock), get(UnitOfWork), get(Database)];
      const spies = [
        jest.spyOn(clock, 'upToDate'),
        jest.spyOn(unit, 'run'),
        jest.spyOn(database.reader, 'createQueryRunner'),
        jest.spyOn(database.writer, 'createQueryRunner'),
      ];
      const calls: (() => Promise<{ status: number }>)[] = [
        () => bearer(app, bad).get('/auth/me'),
        () => bearer(app, bad).get('/verify'),
        () => bearer(app, bad).post('/tokens', {}),
        () => bearer(app, badSecret).get('/auth/me'),
        () => app.fetch('/api/v1/auth/secret', { headers: { authorization: `Secret ${badSecret}` } }),
        () => bearer(app, bad).form('/oauth/introspect', { token: bad }),
        () => bearer(app, bad).form('/oauth/introspect', { token: good }),
        () => bearer(app, bad).form('/oauth/revoke', { token: bad }),
        () => anonymous(app).post('/leaks', { credentials: [bad, badSecret] }),
        () => app.fetch(app.plainUrl, { headers: { authorization: `Bearer ${bad}` } }),
        () => bearer(app, 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA').get('/auth/me'),
        () => bearer(app, '').get('/auth/me'),
      ];
      for (const call of calls) expect([401, 202, 403]).toContain((await call()).status);
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
      await bearer(app, good).get('/auth/me'); // the spies do see what there is to see
      expect(spies[0]).toHaveBeenCalledTimes(1);
    });
  });
});

/** Everything that changes something, done once. */
async function live(stage: Stage): Promise<void> {
  for (const change of Object.values(CHANGES)) {
    const answer = await (await change(stage))();
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** Each secret where it has no business. */
async function misuse(app: TestApp, secrets: readonly string[]): Promise<void> {
  const admin = await signInAsAdmin(app);
  const form = { grant_type: 'client_credentials' };
  const places: ((secret: string) => Promise<unknown>)[] = [
    (secret) => bearer(app, secret).get('/admin/users'),
    (secret) => bearer(app, `${secret}x`).get('/auth/me'),
    (secret) => anonymous(app).get(`/tokens/${secret}`),
    (secret) => admin.get(`/tokens/${secret}`),
    (secret) => admin.get(`/tokens?access_token=${secret}`),
    (secret) => admin.get(`/tokens?state=${secret}&colour=${secret}`),
    (secret) => admin.post('/tokens', { name: `\n${secret}`, expiresAt: secret, scopes: [secret], [secret]: 1 }),
    (secret) => admin.post('/admin/roles', { name: secret, description: 'x', scopes: [secret] }),
    (secret) => admin.post('/admin/users', { username: secret, kind: secret, roles: [secret] }),
    (secret) =>
      admin.post('/credentials', { name: `\n${secret}`, type: secret, secret, header: secret, tokenUrl: secret }),
    (secret) => admin.post('/certificates', { name: `\n${secret}`, certificate: secret, privateKey: secret }),
    (secret) => admin.post('/certificates', { name: 'x', certificate: secret, privateKey: secret }),
    (secret) => admin.post('/connections', { name: 'x', baseUrl: `https://${secret}@x`, credentialId: secret }),
    (secret) => anonymous(app).get('/auth/me', { cookie: `__Host-gatehouse=${secret}` }),
    (secret) => anonymous(app).get('/verify', { 'x-account-id': secret }),
    (secret) => anonymous(app).get(`/${secret}`),
    (secret) => app.fetch(`${app.plainUrl}/${secret}`),
    (secret) => anonymous(app).form('/oauth/introspect', { token: secret }, { authorization: `Bearer ${secret}` }),
  ];
  for (const secret of secrets) for (const place of places) await place(secret);
  // Failures of a client and of a name are counted: a few say as much as all.
  for (const secret of secrets.slice(0, 3)) {
    await anonymous(app).form('/oauth/token', { ...form, scope: secret }, basic(secret, secret));
    await anonymous(app).form('/oauth/token', { ...form, client_id: secret, client_secret: secret, [secret]: 'x' });
    await tryPassword(admin, secret);
  }
}

async function tryPassword(client: ApiClient, secret: string): Promise<void> {
  await client.post('/auth/login', { username: secret, password: secret });
  await client.post('/auth/login', { username: 'admin', password: PERSON_PASSWORD });
}

/** What there is secret in a private key: its own number, and the line of the PEM that holds most of it. */
function partsOf(pem: string): string[] {
  const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  return [d, pem.split(/\r?\n/)[2] ?? ''];
}

/** The value as a dump, a log or a header may show it. */
function spellingsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const [prefix = '', kind = '', body = ''] = value.split('_');
  const part = prefix === 'gth' && kind !== '' ? [body] : value.startsWith('eyJ') ? [value.split('.')[2] ?? value] : [];
  const base64 = bytes.toString('base64').replace(/=+$/, '');
  return [value, ...part, bytes.toString('hex'), base64, bytes.toString('base64url'), encodeURIComponent(value)];
}

function textOf(rows: Readonly<Record<string, readonly object[]>>): string {
  return Object.values(rows)
    .flat()
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? `${value.toString('latin1')} ${value.toString('hex')}` : String(value)))
    .join('\n');
}
