import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AuditEvent } from '../../../src/platform/audit/audit-event.entity.js';
import { Lease } from '../../../src/platform/retention/lease.entity.js';
import { SiteTables } from '../../../src/platform/database/site-table.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { Session } from '../../../src/directory/sessions/session.entity.js';
import { anonymous, type ApiClient, signIn, signInAsAdmin } from '../../support/api-client.js';
import { makeCertificate } from '../../support/certificates.js';
import { UPSTREAM_SECRET } from '../../support/changes.js';
import { forEachDialect } from '../../support/dialects.js';
import { type CommandResult, environmentOf, runCommand, type Variables } from '../../support/operator-command.js';
import { newId } from '../../support/row-builders.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { rowsOf } from '../../support/table-rows.js';
import { createEmptyLocation, discard, newFolder } from '../../support/test-databases.js';
import { TEST_KEY } from '../../support/test-settings.js';
import { KeyRing } from '../../../src/shared/crypto/key-ring.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import { Secret } from '../../../src/shared/crypto/secret.js';

const PASSWORD = 'Operator-Horse-Battery-9';
const NEXT_KEY = 'mH3vXo0sQ1ZtR8yWc6LkJfP2uEaB9dNg7TxViKrC5Oo=';
const NOTHING_UPSTREAM = { certificateKeys: 0, credentialSecrets: 0 };
const ADMIN_PASSWORD = 'a password of the tests 1';

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let environment: Variables;

  const gatehouse = (line: string, variables: Variables = {}): Promise<CommandResult> =>
    runCommand(line.split(' '), { ...environment, ...variables });
  /** What a command that succeeds answers: JSON, and nothing else on standard output. */
  const answer = async (line: string, variables: Variables = {}) => {
    const { exitCode, stdout, stderr } = await gatehouse(line, variables);
    expect({ line, exitCode, stderr }).toEqual({ line, exitCode: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  const rows = <T>(write: (tx: Tx, tables: SiteTables) => Promise<T>): Promise<T> =>
    app.app.get(UnitOfWork).run((tx) => write(tx, app.app.get(SiteTables)));
  const accept = async (url: string): Promise<number> => {
    const invitation = url.slice(url.indexOf('#') + 1);
    return (await anonymous(app).post('/auth/accept-invitation', { invitation, password: PASSWORD })).status;
  };

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    const { database, dataDir, publicUrl } = app.settings;
    environment = {
      ...environmentOf(database, dataDir),
      GATEHOUSE_SECRET_KEYS: TEST_KEY,
      GATEHOUSE_PUBLIC_URL: publicUrl,
    };
  });
  afterAll(() => app.stop());

  describe('cache clear', () => {
    it('has a running service see what was changed by hand, and is audited', async () => {
      const me = async () => (await admin.get('/auth/me')).body.user?.username as string;
      const before = await me();
      await rows(async (tx) => {
        const byHand = 'UPDATE users SET username = ? WHERE username = ?';
        await app.app.get(SiteTables).statement(tx, 'by hand', null, byHand, ['renamed', before]);
      });
      expect(await me()).toBe(before);
      expect(await answer('cache clear')).toEqual({ cleared: true });
      expect(await me()).toBe('renamed');
      await rows(async (tx) => {
        const back = 'UPDATE users SET username = ? WHERE username = ?';
        await app.app.get(SiteTables).statement(tx, 'by hand', null, back, [before, 'renamed']);
      });
      await answer('cache clear');
      expect(await me()).toBe(before);
      const { audit_events: events = [] } = await rowsOf(app, (table) => table === 'audit_events');
      expect(events.filter(({ action }) => action === 'cache.cleared')).toHaveLength(2);
    });
  });

  describe('site create', () => {
    it('makes a tenant whose administrator comes in by the invitation, while the service runs', async () => {
      const site = await answer('site create --name Acme --slug acme --admin-username ann --admin-email ann@acme.test');
      expect(site).toEqual({
        siteId: expect.any(String),
        accountId: expect.any(String),
        adminId: expect.any(String),
        slug: 'acme',
        adminUsername: 'ann',
        invitation: { url: expect.stringContaining(app.settings.publicUrl), expiresAt: expect.stringMatching(/Z$/) },
      });
      expect(await accept(site.invitation.url)).toBeLessThan(300);
      const ann = await signIn(app, 'ann', PASSWORD);
      const me = (await ann.get('/auth/me')).body;
      expect(me).toMatchObject({
        user: { id: site.adminId },
        site: { id: site.siteId, slug: 'acme', name: 'Acme' },
        roles: ['ROLE_ADMIN'],
      });
      expect((await ann.get('/accounts')).body.items).toMatchObject([{ id: site.accountId, name: 'Default' }]);
      const events = (await ann.get('/admin/audit')).body.items as { action: string; actor: { kind: string } }[];
      const byOperator = events.filter(({ actor }) => actor.kind === 'operator').map(({ action }) => action);
      expect(byOperator.sort()).toEqual([
        'account.created',
        'invitation.created',
        'site.created',
        'site.owner_changed',
        'user.created',
      ]);
    });

    it('takes a password instead', async () => {
      const site = await answer(
        `site create --name Bolt --slug bolt --admin-username ben --admin-password ${PASSWORD}`,
      );
      expect(site).not.toHaveProperty('invitation');
      const ben = await signIn(app, 'ben', PASSWORD);
      expect((await ben.get('/auth/me')).body.site.id).toBe(site.siteId);
    });
  });

  it('site list answers every site', async () => {
    const sites = (await answer('site list')) as { slug: string }[];
    expect(sites.map(({ slug }) => slug)).toEqual(['default', 'acme', 'bolt']);
    expect(sites[0]).toEqual({
      siteId: expect.any(String),
      name: 'Default',
      slug: 'default',
      ownerId: (await admin.get('/auth/me')).body.user.id,
      createdAt: app.clock.now().toISOString(),
    });
  });

  it('[67] links lead to the running service, whether the shell knows its address or not', async () => {
    const invite = async (variables: Variables) =>
      (await answer('user invite --username admin', variables)).invitation.url.replace(/#.*/, '');
    expect(await invite({ GATEHOUSE_PUBLIC_URL: '' })).toBe(`${app.settings.publicUrl}/invitation`);
    expect(await invite({ GATEHOUSE_PUBLIC_URL: 'https://id.example' })).toBe('https://id.example/invitation');
    expect(await invite({ GATEHOUSE_PUBLIC_URL: '', GATEHOUSE_PORT: '9443' })).toBe(
      'https://localhost:9443/invitation',
    );
  });

  it('[67] links lead nowhere that is no public URL, and the answer stays JSON', async () => {
    const noted = join(app.settings.dataDir, 'public-url');
    for (const content of ['', 'javascript:alert(1)//\n']) {
      writeFileSync(noted, content);
      const result = await gatehouse('user invite --username admin', { GATEHOUSE_PUBLIC_URL: '' });
      expect(JSON.parse(result.stdout).invitation.url).toMatch(/^https:\/\/localhost:8443\/invitation#/);
      expect(result).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(`${noted} is ignored`) });
      expect(JSON.parse((await gatehouse('migrate', { GATEHOUSE_PUBLIC_URL: '' })).stdout)).toEqual({ migrations: [] });
    }
    writeFileSync(noted, `${app.settings.publicUrl}\n`);
  });

  it('user invite lets a locked-out administrator set a new password', async () => {
    const { invitation, ...user } = await answer('user invite --username BEN');
    expect(user).toEqual({ userId: expect.any(String), siteId: expect.any(String), username: 'ben' });
    expect(await accept(invitation.url)).toBeLessThan(300);
    expect(await accept(invitation.url)).toBe(400);
    const ben = await signIn(app, 'ben', PASSWORD);
    const [event] = (await ben.get('/admin/audit?action=invitation.created')).body.items;
    expect(event).toMatchObject({ actor: { kind: 'operator' }, subject: { name: 'ben' } });
    const unknown = await gatehouse('user invite --username nobody');
    expect(unknown).toEqual({ exitCode: 1, stdout: '', stderr: expect.stringContaining('user_not_found') });
  });

  it('migrate says what it did, and makes an empty database one that can be started on', async () => {
    expect(await answer('migrate')).toEqual({ migrations: [] });
    const location = await createEmptyLocation(dialect);
    const variables = environmentOf(location, newFolder());
    const { migrations } = await answer('migrate', variables);
    expect(migrations.length).toBeGreaterThan(10);
    await discard(location);
  });

  it('two first commands at once on an empty database are one first start', async () => {
    const location = await createEmptyLocation(dialect);
    const variables = environmentOf(location, newFolder());
    const results = await Promise.all([gatehouse('site list', variables), gatehouse('site list', variables)]);
    for (const { exitCode, stdout } of results) {
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject([{ slug: 'default' }]);
    }
    const said = results.map(({ stderr }) => stderr).join('');
    expect(said.match(/FIRST START/g)).toHaveLength(1);
    await discard(location);
  });

  describe('care', () => {
    // For a process with a real clock, the sign-ins of a clock that stands still may be long over.
    afterEach(async () => {
      admin = await signInAsAdmin(app);
    });

    it('cleans up once, also beside a running service, and says what it did', async () => {
      const { user, site } = (await admin.get('/auth/me')).body;
      const long = new Date('2001-02-03T04:05:06Z');
      const times = { createdAt: long, lastSeenAt: long, expiresAt: long, confirmedAt: long };
      const session = { id: newId(), userId: user.id, address: '192.0.2.1', ...times };
      await rows((tx, tables) => tables.of(Session).in(site.id, tx).insert(session));
      const counts = await answer('care');
      expect(Object.keys(counts)).toEqual([
        'tokens',
        'clientSecrets',
        'applications',
        'tokenValues',
        'sessions',
        'keptAnswers',
        'notifications',
        'verificationCounts',
        'changes',
        'invitations',
        'removedUsers',
        'certificatesWarnedOf',
      ]);
      expect(counts.sessions).toBeGreaterThan(0);
      const events = app.app.get(SiteTables).of(AuditEvent).acrossSites('it concerns no site');
      expect(await events.all({ action: 'care.done' })).toMatchObject([{ actorKind: 'operator', details: counts }]);
    });

    it('is refused while another instance is at it', async () => {
      const lease = { name: 'care', holder: newId(), expiresAt: new Date('2999-01-01T00:00:00Z') };
      await rows((tx, tables) => tables.ofDeployment(Lease).rows(tx).insert(lease));
      const refused = await gatehouse('care');
      expect(refused).toEqual({ exitCode: 1, stdout: '', stderr: expect.stringContaining('care_under_way') });
      await rows((tx, tables) => tables.ofDeployment(Lease).rows(tx).delete({ name: 'care' }));
      expect((await gatehouse('care')).exitCode).toBe(0);
    });
  });

  describe('key rotate', () => {
    it('signing: the running service publishes the new key beside the old one and signs with it', async () => {
      const kids = async () =>
        (await anonymous(app).get('/.well-known/jwks.json')).body.keys.map(({ kid }: { kid: string }) => kid);
      const before = await kids();
      const { purpose, keyId } = await answer('key rotate signing');
      expect(purpose).toBe('signing');
      for (let tries = 0; tries < 40 && !(await kids()).includes(keyId); tries++) await delay(250);
      expect((await kids()).sort()).toEqual([...before, keyId].sort());
    });

    it('cookie: sessions go on', async () => {
      expect(await answer('key rotate cookie')).toEqual({ purpose: 'cookie', keyId: expect.any(String) });
      expect((await admin.get('/auth/me')).status).toBe(200);
      expect((await (await signInAsAdmin(app)).get('/auth/me')).status).toBe(200);
    });
  });
});

describe('key rotate deployment', () => {
  const secretOf = async (client: ApiClient): Promise<string> =>
    (await client.post('/users/me/secret/reveal', { password: ADMIN_PASSWORD })).body.secret;

  it('[64] with a generated key: a service that runs reads the new one when it meets it', async () => {
    const app = await startTestApp('sqlite', { settings: { secretKeys: null } });
    const { database, dataDir } = app.settings;
    const file = join(dataDir, 'deployment.key');
    const rotate = async () => {
      const { exitCode, stdout } = await runCommand(['key', 'rotate', 'deployment'], environmentOf(database, dataDir));
      expect(exitCode).toBe(0);
      return JSON.parse(stdout);
    };
    const admin = await signInAsAdmin(app);
    const secret = await secretOf(admin);
    const [first] = readFileSync(file, 'utf8').trim().split(',');
    expect(await rotate()).toEqual({
      purpose: 'deployment',
      keyFile: file,
      resealed: { keys: 2, developerSecrets: 1, ...NOTHING_UPSTREAM },
    });
    expect(await secretOf(admin)).toBe(secret);
    expect((await (await signInAsAdmin(app)).get('/auth/me')).status).toBe(200);
    expect((await rotate()).resealed).toEqual({ keys: 2, developerSecrets: 1, ...NOTHING_UPSTREAM });
    expect(await secretOf(admin)).toBe(secret);
    const kept = readFileSync(file, 'utf8').trim().split(',');
    expect([kept.length, kept[2]]).toEqual([3, first]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { items } = (await admin.get('/admin/audit?action=deployment_key.created')).body;
    expect(items).toEqual([]); // it concerns the deployment, not a site
    await app.stop();
  });

  it('two at once: no value is left that a kept key does not open', async () => {
    const app = await startTestApp('sqlite', { settings: { secretKeys: null } });
    const { database, dataDir } = app.settings;
    const variables = environmentOf(database, dataDir);
    const admin = await signInAsAdmin(app);
    const secret = await secretOf(admin);
    const rotate = () => runCommand(['key', 'rotate', 'deployment'], variables);
    for (const { exitCode, stderr } of await Promise.all([rotate(), rotate()])) {
      expect([exitCode, stderr]).toEqual([0, '']);
    }
    expect(await secretOf(admin)).toBe(secret);
    expect(readFileSync(join(dataDir, 'deployment.key'), 'utf8').split(',')).toHaveLength(3);
    expect((await runCommand(['site', 'list'], variables)).exitCode).toBe(0);
    await app.stop();
  });

  it('with keys of the settings: seals with the first, so that the others can go', async () => {
    const app = await startTestApp('sqlite', {
      settings: { secretKeys: [new Secret(TEST_KEY), new Secret(NEXT_KEY)] },
    });
    const variables = environmentOf(app.settings.database, app.settings.dataDir);
    const run = (command: string, keys: string) =>
      runCommand(command.split(' '), { ...variables, GATEHOUSE_SECRET_KEYS: keys });
    const admin = await signInAsAdmin(app);
    const secret = await secretOf(admin);
    const bearer = { name: 'x', type: 'bearer', secret: UPSTREAM_SECRET };
    const credentialId = (await admin.post('/credentials', bearer)).body.id;
    const { cert: certificate, key: privateKey } = await makeCertificate();
    const clientCertificateId = (await admin.post('/certificates', { name: 'x', certificate, privateKey })).body.id;
    const references = { credentialId, clientCertificateId };
    await admin.post('/connections', { name: 'x', baseUrl: 'https://upstream.example', ...references });
    expect((await run('site list', NEXT_KEY)).exitCode).toBe(1);
    const rotated = await run('key rotate deployment', `${NEXT_KEY},${TEST_KEY}`);
    expect(JSON.parse(rotated.stdout)).toEqual({
      purpose: 'deployment',
      keyFile: null,
      resealed: { keys: 2, developerSecrets: 1, certificateKeys: 1, credentialSecrets: 1 },
    });
    const again = await run('key rotate deployment', `${NEXT_KEY},${TEST_KEY}`);
    expect(JSON.parse(again.stdout).resealed).toEqual({ keys: 0, developerSecrets: 0, ...NOTHING_UPSTREAM });
    expect((await run('site list', NEXT_KEY)).exitCode).toBe(0);
    const rows = await rowsOf(app, (table) => ['credentials', 'certificates'].includes(table));
    const newOnly = new KeyRing([Buffer.from(NEXT_KEY, 'base64')], new Randomness());
    const opened = (sealed: unknown, purpose: string) => newOnly.open(String(sealed), purpose);
    const sealedSecret = rows['credentials']?.[0]?.['sealed_secret'];
    expect(opened(sealedSecret, `credential-secret/${credentialId}`)).toBe(UPSTREAM_SECRET);
    const sealedKey = rows['certificates']?.[0]?.['sealed_key'];
    expect(opened(sealedKey, `certificate-key/${clientCertificateId}`)).toContain('PRIVATE KEY');
    expect(await secretOf(admin)).toBe(secret);
    await app.stop();
  });
});
