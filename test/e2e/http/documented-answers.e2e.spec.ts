import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anonymous,
  type ApiAnswer,
  type ApiClient,
  bearer,
  createToken,
  signInAsAdmin,
} from '../../support/api-client.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface DocumentOperation {
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly required: boolean }[];
  readonly responses: Record<string, { readonly $ref?: string; readonly headers?: object }>;
}

interface Document {
  readonly paths: Record<string, Record<string, DocumentOperation>>;
  readonly components: { readonly responses: Record<string, { readonly content: Record<string, unknown> }> };
}

describe('the document of a running service', () => {
  let app: TestApp;
  let document: Document;
  let session: ApiClient;
  let narrow: ApiClient;

  beforeAll(async () => {
    app = await startTestApp('sqlite');
    document = (await anonymous(app).get('/docs/openapi.json')).body as Document;
    session = await signInAsAdmin(app);
    const { token } = await createToken(session, { scopes: ['projects:read'] });
    narrow = bearer(app, token);
  });
  afterAll(() => app.stop());

  const operation = (method: string, path: string): DocumentOperation => {
    const found = document.paths[path]?.[method];
    if (found === undefined) throw new Error(`${method} ${path} is not in the document`);
    return found;
  };
  const foreign = { origin: 'https://elsewhere.example' };

  const REFUSALS: [status: number, method: string, path: string, call: () => Promise<ApiAnswer>][] = [
    [401, 'post', '/api/v1/auth/login', () => anonymous(app).post('/auth/login', { username: 'a', password: 'b' })],
    [
      403,
      'post',
      '/api/v1/auth/login',
      () => anonymous(app).post('/auth/login', { username: 'a', password: 'b' }, foreign),
    ],
    [403, 'post', '/api/v1/auth/logout', () => session.post('/auth/logout', undefined, foreign)],
    [
      403,
      'post',
      '/api/v1/auth/accept-invitation',
      () => anonymous(app).post('/auth/accept-invitation', { invitation: 'x', password: 'a long enough one' }, foreign),
    ],
    [
      403,
      'post',
      '/api/v1/tokens',
      () => narrow.post('/tokens', { name: 'x', expiresAt: null, scopes: ['users:read'] }),
    ],
    [403, 'delete', '/api/v1/applications/{id}', () => session.call('DELETE', '/applications/0', undefined, foreign)],
    [403, 'get', '/verify', () => narrow.get('/verify?scope=users:read')],
    [403, 'post', '/oauth/introspect', () => narrow.form('/oauth/introspect', { token: 'x' })],
  ];

  it.each(REFUSALS)('names the %s of %s %s', async (status, method, path, call) => {
    expect((await call()).status).toBe(status);
    expect(Object.keys(operation(method, path).responses)).toContain(String(status));
  });

  it('names no conflict where nothing can conflict', () => {
    for (const [method, path] of [
      ['get', '/verify'],
      ['post', '/oauth/token'],
      ['post', '/oauth/introspect'],
    ] as const)
      expect(Object.keys(operation(method, path).responses)).not.toContain('409');
  });

  it('asks for no parameter of a query: each only filters, pages or narrows', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const queries = operations.flatMap(({ parameters }) => parameters.filter((each) => each.in === 'query'));
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.filter(({ required }) => required)).toEqual([]);
  });

  it('bounds the page of a list as the service does', () => {
    const limit = operation('get', '/api/v1/tokens').parameters.find(({ name }) => name === 'limit');
    expect(limit).toMatchObject({ schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } });
  });

  it('says what /verify is asked and what it answers', () => {
    const { parameters, responses } = operation('get', '/verify');
    expect(parameters.map(({ name }) => name)).toEqual(['scope', 'account']);
    expect(Object.keys(responses['200']?.headers ?? {})).toContain('X-Auth-User-Id');
  });

  it('explains every code at the address of its problem, in the words of this deployment', async () => {
    const page = (await anonymous(app).get('/docs/errors')).body as string;
    expect(page).toContain('id="scope_not_held"');
    expect(page).toContain('GET /api/v1/accounts lists');
    expect(page).not.toMatch(/\{api\}|`/);
  });

  it('names calls in a problem as this deployment has them', async () => {
    const missing = await session.get('/admin/users/0199c0de-0000-7000-8000-00000000dead');
    expect(missing.body.detail).toContain('GET /api/v1/admin/users');
    const unknown = await session.post('/tokens', { name: 'x', expiresAt: null, scopes: ['orders:read'] });
    expect(unknown.body.errors[0].message).toContain('GET /api/v1/scopes');
  });

  it('shows an error of the status that it stands for', () => {
    for (const [name, { content }] of Object.entries(document.components.responses)) {
      const status = Number(name.replace(/\D+/, ''));
      if (name.startsWith('Problem'))
        expect(content).toMatchObject({ 'application/problem+json': { example: { status } } });
      else expect(content).toMatchObject({ 'application/json': { example: { error: expect.any(String) } } });
    }
  });
});
