import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { type ApiAnswer, bearer, createToken } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';

const MIB = 1024 * 1024;
const asking = (...scopes: string[]) => ({ security: [{ oauth: scopes }] });

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let count = 0;

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
  });
  afterAll(() => stage.stop());
  const importing = () => `/projects/${stage.project}/proxies/import`;
  const propose = (document: unknown, more: object = {}): Promise<ApiAnswer> =>
    stage.manage('POST', importing(), { document, connectionId: stage.connectionId, path: `/i${count++}`, ...more });
  const documentOf = (paths: object, more: object = {}) => ({
    openapi: '3.1.0',
    info: { title: 'Shop' },
    paths,
    ...more,
  });

  describe('a proposal', () => {
    it('guards each operation by its own scopes once it is deployed, and is sent back as it is', async () => {
      const document = documentOf({
        '/Orders({id})': { get: asking('orders:read') },
        '/Salaries({id})': { get: asking('orders:write') },
        '/things/{id}': { get: asking('orders:read') },
        '/things/{id}:purge': { get: asking('orders:write') },
        '/reports/{id}.json': { get: asking('orders:write'), trace: {} },
        '/reports/{id}': { get: asking('orders:read') },
        '/both': { get: asking('orders:read', 'Audit.All') },
        '/ours': { get: asking('users:write') },
      });
      const { body: proposal } = await propose(document);
      expect(proposal.scopeNames).toContainEqual({
        name: 'users:write',
        scope: expect.stringMatching(/^i\d+:users-write$/),
        roles: [],
      });
      expect(proposal.scopeNames).toContainEqual({
        name: 'orders:read',
        scope: 'orders:read',
        roles: ['ROLE_ADMIN', 'ROLE_CLERK'],
      });
      expect(proposal.warnings).toContainEqual(
        expect.objectContaining({ code: 'omitted', method: 'TRACE', path: '/reports/{id}.json' }),
      );
      const created = await stage.manage('POST', `/projects/${stage.project}/proxies`, proposal);
      expect([created.status, created.body.warnings]).toEqual([201, undefined]);
      expect((await stage.manage('POST', `/proxies/${created.body.id}/deploy`, {})).status).toBe(200);
      const reader = await stage.token(['orders:read']);
      const status = async (path: string) =>
        (await stage.call(reader, 'GET', `/gw/default${created.body.path}${path}`)).status;
      for (const path of ['/Orders(7)', '/things/7', '/reports/7', '/Orders%287%29/'])
        expect([path, await status(path)]).toEqual([path, 200]);
      for (const path of [
        '/Salaries(7)',
        '/Salaries%287%29',
        '/salaries(7)',
        '/things/7:purge',
        '/things/7%3Apurge',
        '/reports/7.json',
        '/both',
        '/ours',
      ])
        expect([path, await status(path)]).toEqual([path, 403]);
      const admin = await stage.token();
      expect((await stage.call(admin, 'GET', `/gw/default${created.body.path}/ours`)).status).toBe(403);
    });

    it('takes the names of scopes that the caller decides', async () => {
      const { body } = await propose(documentOf({ '/a': { get: asking('Audit.All') } }), {
        scopeNames: { 'Audit.All': 'orders:read' },
      });
      expect([body.routes[0].scopes, body.warnings]).toEqual([['orders:read'], []]);
    });
  });

  describe('a document', () => {
    it('may be a text, of JSON or YAML with aliases and merge keys', async () => {
      const yaml = [
        'openapi: 3.0.3',
        'info: {title: Shop}',
        'x-read: &read {security: [{oauth: [orders:read]}]}',
        'paths:',
        '  /a: &a',
        '    get: *read',
        '  /b:',
        '    <<: *a',
        '    delete: {}',
      ].join('\n');
      const fromYaml = await propose(yaml, { resource: 'shop' });
      expect(
        fromYaml.body.routes.map(({ path, scopes }: { path: string; scopes: string[] }) => [path, scopes]),
      ).toEqual([
        ['/a', ['orders:read']],
        ['/b', ['orders:read']],
        ['/b', ['shop:write']],
      ]);
      const json = `\ufeff${JSON.stringify(documentOf({ '/a': { get: {} } }))}`;
      expect((await propose(json)).body.routes).toHaveLength(1);
    });

    it.each([
      ['no YAML', 'a: [', 'is neither JSON nor YAML'],
      [
        'a name twice',
        'openapi: 3.0.0\npaths:\n  /a: {get: {}}\n  /a: {post: {}}',
        'has a name twice in one object (line 4)',
      ],
      ['a circle', 'openapi: 3.0.0\npaths: &p\n  /a: *p', 'describes no operation'],
      [
        'aliases of aliases',
        `openapi: 3.0.0\na0: &a0 [x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}\npaths: *a40`,
        'describes no operation',
      ],
      ['too many aliases', `a: &a x\nb: [${'*a,'.repeat(10_001)}]`, 'is neither JSON nor YAML'],
      ['too deep in YAML', `a: ${'['.repeat(200)}${']'.repeat(200)}`, 'is neither JSON nor YAML'],
      [
        'too deep in JSON',
        JSON.parse(`{"openapi":"3.1.0","x":${'['.repeat(200)}${']'.repeat(200)}}`),
        'is nested deeper than 100 levels',
      ],
      ['a number', '7', 'must be an OpenAPI document'],
      ['empty', '', 'is neither JSON nor YAML'],
      [
        'nothing to guard',
        documentOf({ '/a;b': { get: {} } }),
        'describes no operation that a proxy can guard: GET /a;b has characters',
      ],
    ])('that is %s is refused with the reason', async (_, document, reason) => {
      const { status, body } = await propose(document);
      expect([status, body.errors?.map(({ path }: { path: string }) => path)]).toEqual([400, ['document']]);
      expect(body.errors[0].message).toContain(reason);
    });

    it('may have 10 MiB, names that no other body may have, and any number of values', async () => {
      const schemas = JSON.parse(`{"constructor": {"__proto__": 1}, "values": [${'1,'.repeat(100_000)}1]}`) as object;
      const filler = (length: number) => randomBytes(length / 2).toString('hex');
      const sized = (bytes: number) => {
        const body = {
          connectionId: stage.connectionId,
          document: documentOf({ '/a': { get: {} } }, { components: { schemas }, 'x-filler': '' }),
        };
        const missing = bytes - Buffer.byteLength(JSON.stringify(body)) - (bytes % 2);
        return JSON.stringify(body).replace('"x-filler":""', `"x-filler":"${filler(missing - (missing % 2))}"`);
      };
      const send = async (body: string) => {
        const { token } = await createToken(stage.admin);
        const headers = {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-account-id': stage.accountId,
        };
        const answer = await stage.app.fetch(`/api/v1${importing()}`, { method: 'POST', headers, body });
        return [answer.status, ((await answer.json()) as { code?: string }).code ?? null];
      };
      expect(await send(sized(10 * MIB - 2))).toEqual([200, null]);
      expect(await send(sized(10 * MIB + 100))).toEqual([413, 'body_too_large']);
    });

    it('is not read for somebody who may not import', async () => {
      const reader = bearer(stage.app, await stage.token(['orders:read']));
      const body = {
        document: documentOf({ '/a': { get: {} } }, { 'x-filler': 'x'.repeat(9 * MIB) }),
        connectionId: stage.connectionId,
      };
      expect(await reader.post(importing(), body)).toMatchObject({ status: 403, body: { code: 'insufficient_scope' } });
      expect((await bearer(stage.app, 'gth_pat_x').post(importing(), body)).status).toBe(401);
    });

    it('leaves the service free for others, and two are read at once', async () => {
      const paths = Object.fromEntries(
        Array.from({ length: 1_500 }, (_, i) => [`/a${i}/{id}`, { get: asking('orders:read') }]),
      );
      const large = documentOf(paths, { components: Array.from({ length: 200_000 }, (_, i) => ({ i })) });
      const answers = await Promise.all([propose(large), propose(large), propose(large)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
      expect((await propose(documentOf({ '/a': { get: {} } }))).status).toBe(200);
    });

    it.each([
      ['no body', undefined, 'application/json', [400, 'invalid_request']],
      ['no JSON', '{', 'application/json', [400, 'invalid_request']],
      ['a list', '[]', 'application/json', [400, 'invalid_request']],
      ['a form', 'document=x', 'application/x-www-form-urlencoded', [415, 'unsupported_media_type']],
      ['a name that is not allowed', '{"__proto__": 1}', 'application/json', [400, 'invalid_request']],
    ])('in a request with %s is refused', async (_, body, type, expected) => {
      const { token } = await createToken(stage.admin);
      const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'x-account-id': stage.accountId };
      const answer = await stage.app.fetch(`/api/v1${importing()}`, {
        method: 'POST',
        headers,
        ...(body === undefined ? {} : { body }),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual(expected);
    });
  });

  describe('2,000 rules', () => {
    it('are proposed, made, changed, tried, deployed, compared and exported', async () => {
      const paths = Object.fromEntries(
        Array.from({ length: 1_000 }, (_, i) => [
          `/accounts/{account}/things${i}({id})`,
          { get: asking('orders:read'), post: asking('orders:write') },
        ]),
      );
      const { body: proposal } = await propose(documentOf(paths));
      expect(proposal.routes).toHaveLength(2_000);
      const { body: proxy, status } = await stage.manage('POST', `/projects/${stage.project}/proxies`, {
        ...proposal,
        name: 'Large',
      });
      expect([status, proxy.routes.length]).toEqual([201, 2_000]);
      expect((await stage.manage('POST', `/proxies/${proxy.id}/deploy`, {})).status).toBe(200);
      const { body: exported } = await stage.manage('GET', `/proxies/${proxy.id}/export`);
      expect((await stage.manage('PUT', `/proxies/${proxy.id}`, { ...exported, description: 'changed' })).status).toBe(
        200,
      );
      expect((await stage.manage('GET', `/proxies/${proxy.id}/changes`)).body.changes).toHaveLength(1);
      const tried = await stage.manage('POST', '/proxies/rules/test', {
        routes: exported.routes,
        method: 'POST',
        path: '/accounts/7/things999(5)',
      });
      expect(tried.body.scopes).toEqual(['orders:write']);
      const reader = await stage.token(['orders:read']);
      const status2 = async (method: string) =>
        (await stage.call(reader, method, `/gw/default${proxy.path}/accounts/7/things999(5)`)).status;
      expect([await status2('GET'), await status2('POST')]).toEqual([200, 403]);
    });

    it('are read only for somebody who may send them, and other bodies stay short', async () => {
      const routes = Array.from({ length: 2_000 }, (_, i) => ({
        methods: ['GET'],
        path: `/a${i}`,
        scopes: ['orders:read'],
      }));
      const reader = bearer(stage.app, await stage.token(['orders:read']));
      expect((await reader.post(`/projects/${stage.project}/proxies`, { routes })).status).toBe(403);
      expect((await stage.manage('POST', '/projects', { name: 'x'.repeat(110 * 1024) })).status).toBe(413);
      const tooLong = { routes: [], name: 'x'.repeat(4 * MIB) };
      expect(await stage.manage('POST', `/projects/${stage.project}/proxies`, tooLong)).toMatchObject({ status: 413 });
      const tooMany = { routes: [], name: Array.from({ length: 100_001 }, () => 1) };
      expect((await stage.manage('POST', `/projects/${stage.project}/proxies`, tooMany)).body.detail).toContain(
        '100000 values',
      );
    });
  });
});
