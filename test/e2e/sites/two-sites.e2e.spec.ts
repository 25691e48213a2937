import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  basic,
  createPerson,
  createToken,
  signInAsAdmin,
  type TestPerson,
} from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { openSite, type TestSite } from '../../support/second-site.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Example {
  /** What stands for the parameters of the path: things of the first site. */
  readonly theirs: Readonly<Record<string, string>>;
  /** Bodies that would be accepted, by method and the end of the path; none is sent otherwise. */
  readonly bodies?: Readonly<Record<string, unknown>>;
}

const LISTS = [
  '/accounts',
  '/tokens',
  '/applications',
  '/notifications',
  '/scopes',
  '/auth/sessions',
  '/admin/users',
  '/admin/roles',
  '/admin/audit',
];

forEachDialect((dialect) => {
  let app: TestApp;
  /** The administrators of the two sites. */
  let admin: ApiClient;
  let stranger: TestSite;
  let ann: TestPerson;
  let token: { id: string; token: string };
  let application: ApiAnswer['body'];
  let accountId: string;
  let examples: Record<string, Example>;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
    stranger = await openSite(app, 'stranger');
    accountId = (await admin.post('/accounts', { name: 'Ours alone' })).body.id;
    await admin.post('/admin/roles', { name: 'ROLE_OURS', description: '', scopes: ['ours_alone:read'] });
    ann = await createPerson(app, 'ann', ['ROLE_OURS']);
    token = await createToken(admin, { name: 'Ours alone' });
    application = (await admin.post('/applications', { name: 'Ours alone' })).body;
    const session = (await ann.session.get('/auth/sessions')).body.items[0].id;
    examples = {
      '/accounts/{id}': { theirs: { id: accountId }, bodies: { 'PATCH /accounts/{id}': { name: 'Stolen' } } },
      '/admin/roles/{name}': {
        theirs: { name: 'ROLE_OURS' },
        bodies: { 'PUT /admin/roles/{name}': { description: 'Stolen', scopes: ['users:write'] } },
      },
      '/admin/users/{id}': { theirs: { id: ann.id }, bodies: { 'PATCH /admin/users/{id}': { roles: ['ROLE_ADMIN'] } } },
      '/tokens/{id}': {
        theirs: { id: token.id },
        bodies: { 'PATCH /tokens/{id}': { name: 'Stolen' }, 'POST /tokens/{id}/rotate': {} },
      },
      '/applications/{id}': {
        theirs: { id: application.id, secretId: application.id },
        bodies: { 'PATCH /applications/{id}': { name: 'Stolen' }, 'POST /applications/{id}/secrets': {} },
      },
      '/auth/sessions/{id}': { theirs: { id: session } },
    };
  });
  afterAll(() => app.stop());

  const everything = async (client: ApiClient): Promise<unknown[]> => {
    const answers = [];
    for (const list of LISTS.filter((path) => path !== '/admin/audit' && path !== '/auth/sessions')) {
      answers.push((await client.get(list)).body);
    }
    return answers;
  };

  it('[46] answer every path with an id of the other like one with an id that never was', async () => {
    const before = await everything(admin);
    const document = await anonymous(app).get('/docs/openapi.json');
    const paths = Object.entries(document.body.paths as Record<string, Record<string, unknown>>);
    const guarded = paths.filter(([path]) => path.includes('{'));
    expect(guarded.length).toBeGreaterThan(10);
    for (const [full, operations] of guarded) {
      const path = full.replace(app.settings.apiPrefix, '');
      const [, example] = Object.entries(examples).find(([start]) => path.startsWith(start)) ?? [];
      if (example === undefined) throw new Error(`${path}: a new route; give an id of it in examples`);
      for (const method of Object.keys(operations).filter((name) => /^(get|put|post|patch|delete)$/.test(name))) {
        const call = `${method.toUpperCase()} ${path}`;
        const ask = (values: Readonly<Record<string, string>>) =>
          stranger.admin.call(
            method.toUpperCase(),
            path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
            example.bodies?.[call],
          );
        const nothing = { id: randomUUID(), secretId: randomUUID(), name: 'ROLE_NEVER_WAS' };
        const theirs = await ask(example.theirs);
        expect([call, theirs.status]).toEqual([call, 404]);
        expect({ ...theirs.body, requestId: '', instance: '' }).toEqual({
          ...(await ask(nothing)).body,
          requestId: '',
          instance: '',
        });
      }
    }
    expect(await everything(admin)).toEqual(before);
  });

  it.each(LISTS)('[46] list nothing of the other: %s', async (path) => {
    const { status, body } = await stranger.admin.get(`${path}?limit=200`);
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    for (const ours of [token.id, application.id, accountId, ann.id, 'ROLE_OURS', 'ours_alone']) {
      expect(text).not.toContain(ours);
    }
  });

  it('[46] find nothing of the other by searching for it', async () => {
    for (const path of [
      '/admin/users?search=ann',
      `/admin/audit?actor=admin`,
      `/admin/audit?subject=${token.id}`,
      '/accounts?search=ours',
      '/admin/users?role=ROLE_OURS',
    ]) {
      const { status, body } = await stranger.admin.get(path);
      expect([path, status, body.items ?? []]).toEqual([path, body.code === undefined ? 200 : 400, []]);
    }
  });

  it('[46] do not take what belongs to the other into their own', async () => {
    const notThere = randomUUID();
    const ask = async (client: ApiClient, body: unknown, path: string) => (await client.post(path, body)).body;
    for (const [path, body] of [
      ['/tokens', { name: 'x', expiresAt: null, accountId }],
      ['/tokens', { name: 'x', expiresAt: null, scopes: ['ours_alone:read'] }],
      ['/admin/users', { username: 'eve', email: 'eve@example.com', kind: 'person', roles: ['ROLE_OURS'] }],
    ] as const) {
      const theirs = await ask(stranger.admin, body, path);
      const unknown = await ask(
        stranger.admin,
        JSON.parse(
          JSON.stringify(body)
            .replace(accountId, notThere)
            .replace('ROLE_OURS', 'ROLE_NEVER_WAS')
            .replace('ours_alone:read', 'never_was:read'),
        ),
        path,
      );
      expect(theirs.code).toBeDefined();
      const masked = (answer: unknown) =>
        JSON.stringify({ ...(answer as object), requestId: '' })
          .replaceAll('ours_alone', 'x')
          .replaceAll('never_was', 'x');
      expect(masked(theirs)).toBe(masked(unknown));
    }
  });

  describe('tokens of the other', () => {
    it('[30] look like tokens that never were', async () => {
      const own = await stranger.admin.post('/applications', { name: 'Introspector' });
      const credentials = basic(own.body.clientId, own.body.clientSecret);
      const asked = await anonymous(app).form('/oauth/introspect', { token: token.token }, credentials);
      expect([asked.status, asked.body]).toEqual([200, { active: false }]);
    });

    it('[31] are not revoked by it', async () => {
      const own = await stranger.admin.post('/applications', { name: 'Revoker' });
      const credentials = basic(own.body.clientId, own.body.clientSecret);
      await anonymous(app).form('/oauth/revoke', { token: token.token }, credentials);
      expect((await admin.get(`/tokens/${token.id}`)).body.state).toBe('active');
    });
  });

  it('have names, roles and scopes of their own', async () => {
    const body = { name: 'ROLE_OURS', description: 'Not the same', scopes: ['reports:read'] };
    expect((await stranger.admin.post('/admin/roles', body)).status).toBe(201);
    expect((await stranger.admin.post('/accounts', { name: 'Ours alone' })).status).toBe(201);
    expect((await ann.session.get('/auth/me')).body.scopes).toEqual(['ours_alone:read']);
    expect((await stranger.admin.get('/auth/me')).body.site).toMatchObject({ slug: 'stranger' });
    const taken = await stranger.admin.post('/admin/users', {
      username: 'ann',
      email: 'another@example.com',
      kind: 'person',
      roles: [],
    });
    expect([taken.status, taken.body.code]).toEqual([409, 'duplicate_name']); // unique in the deployment
  });
});
