import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, createPerson, signInAsAdmin } from '../../support/api-client.js';
import { auditOf } from '../../support/audit-log.js';
import { forEachDialect } from '../../support/dialects.js';
import { rowsOf } from '../../support/table-rows.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-00000000dead';
const SECRET = 'Sesame-Open-11';
const NOTHING = {
  username: null,
  header: null,
  parameter: null,
  tokenUrl: null,
  clientId: null,
  scope: null,
  audience: null,
};
const OAUTH = {
  type: 'client_credentials',
  tokenUrl: 'https://login.example.com/oauth/token?tenant=7',
  clientId: 'orders',
  scope: 'orders:read orders:write',
  audience: 'https://orders.example.com',
};

forEachDialect((dialect) => {
  let app: TestApp;
  let admin: ApiClient;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    admin = await signInAsAdmin(app);
  });
  afterAll(() => app.stop());

  const create = (body: object) =>
    admin.post('/credentials', { name: `credential-${++count}`, type: 'bearer', secret: SECRET, ...body });
  const created = async (body: object = {}): Promise<{ id: string; name: string; type: string }> => {
    const answer = await create(body);
    expect([answer.status, answer.body]).toEqual([201, answer.body]);
    return answer.body;
  };
  const refusedFields = async (body: object) => {
    const { status, body: problem } = await create(body);
    expect([status, problem.code]).toEqual([400, 'validation_failed']);
    expect(JSON.stringify(problem)).not.toContain(SECRET);
    return (problem.errors as { path: string }[]).map(({ path }) => path);
  };
  const sealedOf = async (id: string) => {
    const { credentials = [] } = await rowsOf(app, (table) => table === 'credentials');
    return String(credentials.find((row) => row['id'] === id)?.['sealed_secret']);
  };

  const KINDS = [
    { type: 'basic', username: 'gatehouse' },
    { type: 'bearer' },
    { type: 'header', header: 'X-Api-Key' },
    { type: 'query', parameter: 'api_key' },
    OAUTH,
    { type: 'client_credentials', tokenUrl: OAUTH.tokenUrl, clientId: 'orders' },
  ];

  it.each(KINDS)('answers all of $type but its secret', async (kind) => {
    const { status, body } = await create(kind);
    expect(status).toBe(201);
    const now = app.clock.now().toISOString();
    expect(body).toEqual({
      id: expect.any(String),
      name: `credential-${count}`,
      ...NOTHING,
      ...kind,
      origins: 'tokenUrl' in kind ? ['https://login.example.com'] : [],
      secretSetAt: now,
      createdAt: now,
      updatedAt: now,
    });
    expect((await admin.get(`/credentials/${body.id}`)).body).toEqual(body);
    expect((await admin.get('/credentials?limit=1')).body.items).toEqual([body]);
  });

  it('takes the nulls of an answer for fields that were left out', async () => {
    expect(await created({ ...NOTHING })).toMatchObject({ type: 'bearer' });
  });

  it('keeps the secret sealed, and no two alike', async () => {
    const sealed = [await sealedOf((await created()).id), await sealedOf((await created()).id)];
    for (const each of sealed) expect(each).toMatch(/^[0-9a-f]{8}\.[\w-]+$/);
    expect(sealed[0]).not.toBe(sealed[1]);
  });

  describe('refuses', () => {
    it.each([
      ['type', { type: 'digest' }],
      ['secret', { secret: undefined }],
      ['secret', { secret: null }],
      ['secret', { secret: '' }],
      ['secret', { secret: 7 }],
      ['secret', { secret: 'seven-7' }],
      ['secret', { secret: '🔑🔑🔑🔑' }],
      ['secret', { secret: 'x'.repeat(8193) }],
      ['username', { type: 'basic' }],
      ['header', { type: 'header' }],
      ['parameter', { type: 'query' }],
      ['clientId', { type: 'client_credentials', tokenUrl: OAUTH.tokenUrl }],
      ['tokenUrl', { type: 'client_credentials', clientId: 'x' }],
    ])('a missing or wrong %s', async (field, body) => {
      expect(await refusedFields(body)).toEqual([field]);
    });

    it.each(['username', 'header', 'parameter', 'tokenUrl', 'clientId', 'scope', 'audience'])(
      'the field %s with another type',
      async (field) => {
        expect(await refusedFields({ [field]: 'https://x.example' })).toEqual([field]);
      },
    );

    it.each([
      ['basic', { username: 'x' }],
      ['bearer', {}],
      ['header', { header: 'X-Key' }],
      ['query', { parameter: 'key' }],
      ['client_credentials', { tokenUrl: OAUTH.tokenUrl, clientId: 'x' }],
    ])('a line break or a control character anywhere in %s', async (type, fields: Record<string, string>) => {
      for (const odd of ['\r', '\n', '\r\nX-Evil: 1', '\u0000', '\u0085', '\u2028']) {
        expect(await refusedFields({ type, ...fields, secret: `${SECRET}${odd}` })).toEqual(['secret']);
        for (const [field, value] of Object.entries(fields))
          expect(await refusedFields({ type, ...fields, [field]: `${value}${odd}` })).toEqual([field]);
      }
      const optional = type === 'client_credentials' ? ['scope', 'audience'] : [];
      for (const field of optional)
        expect(await refusedFields({ type, ...fields, [field]: 'x\r\ny' })).toEqual([field]);
    });

    it.each([
      'Host',
      'content-length',
      'Content-Type',
      'Connection',
      'Keep-Alive',
      'Proxy-Authorization',
      'TE',
      'Trailer',
      'transfer-encoding',
      'Upgrade',
      'Expect',
      'Forwarded',
      'X-Forwarded-For',
      'X-Auth-User-Id',
      'X_Forwarded-For',
      'x_auth_user_id',
      'Content_Length',
      'two words',
      'colon:',
      'ümlaut',
      '',
    ])('the header %s', async (header) => {
      expect(await refusedFields({ type: 'header', header })).toEqual(['header']);
    });

    it('a username with a colon, a bearer with a blank, a value with a blank at its end', async () => {
      expect(await refusedFields({ type: 'basic', username: 'a:b' })).toEqual(['username']);
      expect(await refusedFields({ secret: 'two words' })).toEqual(['secret']);
      for (const secret of [` ${SECRET}`, `${SECRET} `, `\t${SECRET}`, `ü${SECRET}`])
        expect(await refusedFields({ type: 'header', header: 'X-Key', secret })).toEqual(['secret']);
      expect((await create({ type: 'header', header: 'Authorization', secret: 'Token 4711' })).status).toBe(201);
      expect((await create({ type: 'basic', username: 'jürgen', secret: 'pässword with blanks' })).status).toBe(201);
    });

    it.each([
      'http://login.example.com/token',
      'https://user:pass@login.example.com/token',
      'https://login.example.com/token#x',
      'https://',
      'login.example.com',
      'javascript:alert(1)',
    ])('the token endpoint %s', async (tokenUrl) => {
      expect(await refusedFields({ ...OAUTH, tokenUrl })).toEqual(['tokenUrl']);
    });

    it('a name that is taken in the site', async () => {
      const [{ name }, other] = [await created(), await created()];
      const renamed = { ...other, name };
      for (const answer of [
        await create({ name }),
        await admin.put(`/credentials/${other.id}`, { name: renamed.name, type: 'bearer' }),
      ])
        expect(answer).toMatchObject({ status: 409, body: { code: 'duplicate_name', errors: [{ path: 'name' }] } });
    });
  });

  describe('a change', () => {
    it('without a secret keeps the one that is there', async () => {
      const before = await created({ type: 'header', header: 'X-Old' });
      const sealed = await sealedOf(before.id);
      app.clock.advance({ seconds: 1 });
      const wanted = { name: `changed-${++count}`, type: 'header', header: 'X-New' };
      const { status, body } = await admin.put(`/credentials/${before.id}`, wanted);
      expect([status, body]).toEqual([200, { ...before, ...wanted, updatedAt: app.clock.now().toISOString() }]);
      expect(await sealedOf(before.id)).toBe(sealed);
    });

    it('with a secret replaces it', async () => {
      const { id, name } = await created();
      const sealed = await sealedOf(id);
      app.clock.advance({ seconds: 1 });
      const { body } = await admin.put(`/credentials/${id}`, { name, type: 'bearer', secret: 'Another-12' });
      expect(body.secretSetAt).toBe(app.clock.now().toISOString());
      expect(await sealedOf(id)).not.toBe(sealed);
    });

    it('of where the secret goes needs the secret: who does not know it can’t have it sent elsewhere', async () => {
      const { id, name } = await created(OAUTH);
      for (const wanted of [
        { name, type: 'bearer' },
        { name, ...OAUTH, tokenUrl: 'https://evil.example/token' },
      ]) {
        expect(await admin.put(`/credentials/${id}`, wanted)).toMatchObject({
          status: 400,
          body: { code: 'validation_failed', errors: [{ path: 'secret' }] },
        });
      }
      expect((await admin.put(`/credentials/${id}`, { name, ...OAUTH, scope: null })).body.scope).toBeNull();
      expect((await admin.put(`/credentials/${id}`, { name, type: 'bearer', secret: SECRET })).status).toBe(200);
    });

    it('is audited with all but the secret', async () => {
      const { id, name } = await created(OAUTH);
      const answers = [
        await admin.put(`/credentials/${id}`, { name, ...OAUTH }),
        await admin.put(`/credentials/${id}`, { name, ...OAUTH, secret: SECRET }),
        await admin.delete(`/credentials/${id}`),
      ];
      const events = (await Promise.all(answers.map((answer) => auditOf(app, answer)))).flat();
      expect(events).toMatchObject([
        { action: 'credential.updated', subjectId: id, details: { ...OAUTH, secretChanged: false } },
        { action: 'credential.updated', subjectName: name, details: { ...OAUTH, secretChanged: true } },
        { action: 'credential.deleted', subjectType: 'credential', details: { type: 'client_credentials' } },
      ]);
      expect(JSON.stringify(events)).not.toContain(SECRET);
    });
  });

  it('keeps the token endpoint as it was given, a slash at its end included', async () => {
    const tokenUrl = 'https://login.example.com/token/';
    expect(await created({ ...OAUTH, tokenUrl })).toMatchObject({ tokenUrl });
  });

  it('a deleted one is gone', async () => {
    const { id } = await created();
    expect((await admin.delete(`/credentials/${id}`)).status).toBe(204);
    for (const answer of [await admin.get(`/credentials/${id}`), await admin.delete(`/credentials/${id}`)])
      expect(answer).toMatchObject({ status: 404, body: { code: 'credential_not_found' } });
    expect((await admin.put(`/credentials/${NOBODYS}`, { name: 'x', type: 'bearer' })).status).toBe(404);
  });

  it('is seen with security:read and changed with security:write', async () => {
    const keeper = await createPerson(app, 'keeper', ['ROLE_API_SECURITY']);
    const body = { name: 'theirs', type: 'bearer', secret: SECRET };
    expect((await keeper.session.post('/credentials', body)).status).toBe(201);
    const manager = await createPerson(app, 'manager', ['ROLE_MANAGE_PROXIES']);
    expect((await manager.session.get('/credentials')).body.code).toBe('insufficient_scope');
  });
});
