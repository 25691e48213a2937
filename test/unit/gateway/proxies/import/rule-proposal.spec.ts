import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gatewayTarget } from '../../../../../src/gateway/proxies/gateway-target.js';
import { importedApi, scopeResourceProblem } from '../../../../../src/gateway/proxies/import/openapi-import.js';
import { proposedRules, type RuleProposal } from '../../../../../src/gateway/proxies/import/rule-proposal.js';
import { templatedPath } from '../../../../../src/gateway/proxies/import/templated-path.js';
import { RouteRules } from '../../../../../src/gateway/proxies/route-match.js';
import { compiledRoute } from '../../../../../src/gateway/proxies/rules/route-compiler.js';
import { covers } from '../../../../../src/gateway/proxies/import/pattern-relations.js';

const asking = (...scopes: unknown[]) => ({ security: [{ oauth: scopes }] });

function proposed(paths: unknown, more: object = {}, given: Record<string, string> = {}): RuleProposal {
  return proposedRules({ openapi: '3.1.0', paths, ...more }, 'shop', new Map(Object.entries(given)));
}

function needs({ routes }: RuleProposal, method: string, path: string): string | null {
  const decision = new RouteRules(routes.map(compiledRoute)).decide(method, gatewayTarget(`/gw/acme${path}`));
  return decision === null ? null : [...decision.scopes].sort().join(' ');
}

const rules = ({ routes }: RuleProposal) =>
  routes.map(({ methods, path, scopes }) => `${methods.join()} ${path} ${scopes.join()}`);
const omitted = ({ warnings }: RuleProposal) =>
  warnings.filter(({ code }) => code === 'omitted').map(({ method, path }) => `${method ?? '*'} ${path ?? ''}`);

describe('a proposed rule is never weaker than its operation', () => {
  it('where segments hold text and parameters', () => {
    const proposal = proposed({
      '/Invoices({id})': { get: asking('invoices:read') },
      '/Salaries({id})': { get: asking('salaries:read') },
      '/Order_Details(OrderID={a},ProductID={b})': { get: asking('details:read') },
      "/Customers('{id}')": { get: asking('customers:read') },
      '/things/{id}': { post: asking('things:write') },
      '/things/{id}:archive': { post: asking('things:archive') },
      '/things/{id}:purge': { post: asking('things:purge') },
      '/reports/{id}': { get: asking('reports:read') },
      '/reports/{id}.json': { get: asking('reports:export') },
    });
    expect(omitted(proposal)).toEqual([]);
    for (const [method, path, scope] of [
      ['GET', '/Salaries(7)', 'salaries:read'],
      ['GET', '/Salaries%287%29', 'salaries:read'],
      ['GET', '/Invoices(7)', 'invoices:read'],
      ['GET', '/salaries(7)', null],
      ['GET', "/Customers('A')", 'customers:read'],
      ['GET', '/Customers(%27A%27)', 'customers:read'],
      ['GET', '/Order_Details(OrderID=1,ProductID=2)', 'details:read'],
      ['POST', '/things/7', 'things:write'],
      ['POST', '/things/7:purge', 'things:purge'],
      ['POST', '/things/7%3Apurge', 'things:purge things:write'],
      ['POST', '/things/7:archive/', 'things:archive'],
      ['GET', '/reports/7', 'reports:read'],
      ['GET', '/reports/7.json', 'reports:export'],
    ] as const)
      expect([method, path, needs(proposal, method, path)]).toEqual([method, path, scope]);
  });

  it('where two paths differ in the names of their parameters alone', () => {
    const proposal = proposed({
      '/files/{id}': { get: asking('files:read') },
      '/files/{name}': { get: asking('files:names'), delete: asking('files:delete') },
      '/files/{id:[0-9]+}/': { get: asking('files:numbers') },
    });
    expect(needs(proposal, 'GET', '/files/7')).toBe('files:names files:numbers files:read');
    expect(needs(proposal, 'DELETE', '/files/7')).toBe('files:delete');
    expect(proposal.warnings.map(({ code, path }) => [code, path])).toEqual([
      ['stricter', '/files/{id}'],
      ['stricter', '/files/{name}'],
      ['stricter', '/files/{id:[0-9]+}/'],
    ]);
  });

  it('where two paths overlap and neither is more specific', () => {
    const proposal = proposed({
      '/{kind}/mine': { get: asking('a:read') },
      '/orders/{id}': { get: asking('b:read') },
      '/pre{x}': { get: asking('c:read') },
      '/{x}post': { get: asking('d:read') },
    });
    for (const [path, scopes] of [
      ['/orders/mine', 'a:read b:read'],
      ['/bills/mine', 'a:read'],
      ['/prepost', 'c:read d:read'],
      ['/pre-post', 'c:read d:read'],
    ])
      expect([path, new Set(needs(proposal, 'GET', path ?? '')?.split(' '))]).toEqual([
        path,
        new Set([...(needs(proposal, 'GET', path ?? '')?.split(' ') ?? []), ...(scopes ?? '').split(' ')]),
      ]);
    expect(needs(proposal, 'GET', '/bills/mine')).toBe('a:read');
  });

  it('where HEAD asks for other scopes than the GET that would include it', () => {
    const proposal = proposed({ '/a': { get: asking('a:read'), head: asking('a:head'), delete: asking('a:head') } });
    expect([needs(proposal, 'HEAD', '/a'), needs(proposal, 'GET', '/a')]).toEqual(['a:head', 'a:read']);
    const wider = proposed({ '/a/b': { get: asking('a:read') }, '/a/{x}': { head: asking('a:head') } });
    expect(needs(wider, 'HEAD', '/a/b')).toBe('a:head a:read');
    const without = proposed({ '/a': { get: asking('a:read'), head: { security: 'none' } } });
    expect([rules(without), omitted(without)]).toEqual([[], ['HEAD /a', 'GET /a']]);
  });

  it('where a rule would let through what is left out', () => {
    const proposal = proposed({
      '/orders/{id}': { get: asking('orders:read') },
      '/orders/latest': { get: { security: [{ oauth: 'orders:latest' }] } },
      '/orders/{id}/lines': { get: asking('orders:read') },
      '/{anything}/*': { get: asking('all:read') },
      '/other': { get: asking('other:read') },
    });
    expect(omitted(proposal)).toEqual(['GET /orders/latest', 'GET /orders/{id}', 'GET /{anything}/*']);
    expect(rules(proposal)).toEqual(['GET /orders/{id}/lines orders:read', 'GET /other other:read']);
    const exact = proposed({
      '/orders/{id}': { get: { security: 7 } },
      '/orders/latest': { get: asking('orders:latest') },
    });
    expect(rules(exact)).toEqual(['GET /orders/latest orders:latest']);
  });

  it.each([
    '{path: .*}',
    '{path : .+}',
    '{path:.+?}',
    '{path:(.*)}',
    '{path:[^?]+}',
    '{path:[^?#]*}',
    '{path:[\\s\\S]*}',
    '{path:\\S+}',
    '{path:\\D+}',
    '{path:\\P{L}+}',
    '{path:\\w.*}',
    '{path:[!-~]+}',
    '{path:[.-9]+}',
    '{path:[\\w./-]+}',
    '{path:[^a&&[^b]]+}',
    '{path:[[:print:]]+}',
    '{path:\\x2f.}',
    '{path:a|.*}',
    '{path: path}',
    '{path:path:nonfile}',
    '{path:**}',
    '{path:*}',
    '{path:any}',
    '{*path:nonfile}',
    '{...path}',
    '{path(.*)}',
    '{path<.+>}',
    '{path<.+>?}',
    '{path=**}',
    '{path=a/*}',
  ])('where %s may be several segments', (parameter) => {
    for (const [path, request] of [
      [`/files/${parameter}`, '/files/x/secret'],
      [`/files/${parameter}/meta`, '/files/x/y/meta'],
      [`/files/v${parameter}`, '/files/v1/secret'],
    ] as const) {
      const proposal = proposed({
        [path]: { get: asking('files:admin') },
        '/{a}/{b}/{c}': { get: asking('pub:read') },
        '/{a}/{b}/{c}/{d}': { get: asking('pub:read') },
        '/z': { get: asking('pub:read') },
      });
      const decision = needs(proposal, 'GET', request);
      if (decision !== null)
        expect([path, decision.split(' ')]).toEqual([path, expect.arrayContaining(['files:admin'])]);
      expect([path, decision === null]).toEqual([path, path !== `/files/${parameter}` || /\{[^}]*\{/.test(path)]);
    }
  });

  it.each([
    { schema: { pattern: '^secrets/[^/]+$' } },
    { schema: { $ref: '#/components/schemas/name' } },
    { allowReserved: true },
  ])('where a parameter may be several segments by its description: %j', (described) => {
    const parameter = { name: 'name', in: 'path', required: true, ...described };
    const components = { schemas: { name: { pattern: '^a\\/b$' } }, parameters: { name: parameter } };
    for (const parameters of [[parameter], [{ $ref: '#/components/parameters/name' }]])
      for (const item of [
        { get: { parameters, ...asking('sec:admin') } },
        { parameters, get: asking('sec:admin') },
        { parameters, $ref: '#/components/pathItems/item' },
      ]) {
        const pathItems = { item: { get: asking('sec:admin') } };
        const paths = { '/v1/{name}': item, '/v1/{name}:move': item, '/v1/{a}/{b}': { get: asking('pub:read') } };
        expect(
          needs(proposed({ '/z': {}, ...paths }, { components: { ...components, pathItems } }), 'GET', '/v1/a/b'),
        ).toBe(null);
        const { '/v1/{name}:move': _, ...less } = paths;
        expect(needs(proposed(less, { components: { ...components, pathItems } }), 'GET', '/v1/a/b')).toContain(
          'sec:admin',
        );
      }
  });

  it.each([
    '{*path}',
    '{**path}',
    '{path*}',
    '{path...}',
    '{path:.*}',
    '{path: .*}',
    '{path:path}',
    '{path:[^/]*}',
    '{path<.*>}',
    '{path<\\d+>?}',
    '{path<\\d+>?1}',
    '{path?:\\d+}',
    '{path:(?:x|)}',
    '{id?}',
    '{id:int?}',
    '{id:int=5}',
    '{id=5}',
    '{id*?}',
    '{a?}/{b=1}',
    '{a?}/{*b}',
  ])('where %s may be nothing', (parameter) => {
    const more = { '/{x}': { get: asking('pub:read') }, '/z': { get: asking('pub:read') } };
    const proposal = proposed({ [`/files/${parameter}`]: { get: asking('sec:admin') }, ...more });
    for (const request of ['/files', '/files/', '/files/7'])
      expect([request, needs(proposal, 'GET', request)]).toEqual([request, expect.stringContaining('sec:admin')]);
    const broken = { [`/files/${parameter}`]: { get: { security: 7 } }, ...more };
    expect(needs(proposed(broken), 'GET', '/files')).toBeNull();
    const middle = proposed({
      [`/files/${parameter}/meta`]: { get: asking('sec:admin') },
      ...more,
      '/files/{x}': more['/{x}'],
    });
    expect([needs(middle, 'GET', '/files/meta'), needs(middle, 'GET', '/z')]).toEqual([null, 'pub:read']);
    const mixed = proposed({ [`/v${parameter}`]: { get: asking('sec:admin') }, ...more });
    expect(needs(mixed, 'GET', '/v') ?? 'sec:admin').toContain('sec:admin');
  });

  it('where it may be nothing in a path that no rule can say', () => {
    for (const path of ['/files/{a?}/{b', `/files${'/{a?}'.repeat(40)}`])
      expect(
        needs(proposed({ [path]: { get: {} }, '/{x}/{y}': { get: {} }, '/{x}': { get: {} } }), 'GET', '/files/7'),
      ).toBe(null);
  });

  it('and no wider where a parameter may be nothing', () => {
    const proposal = proposed({ '/{controller=Home}/{action=Index}/{id?}': { get: asking('a:b') } });
    expect(rules(proposal).sort()).toEqual([
      'GET / a:b',
      'GET /{controller} a:b',
      'GET /{controller}/{action} a:b',
      'GET /{controller}/{action}/{id} a:b',
    ]);
  });

  it('where a parameter of several segments has a condition that a more specific path may meet', () => {
    for (const parameter of ['{name=secrets/*}', '{name:secrets/[a-z]+}']) {
      const paths = { [`/v1/${parameter}`]: { get: asking('sec:admin') }, '/v1/{a}/{b}': { get: asking('pub:read') } };
      expect(needs(proposed(paths), 'GET', '/v1/secrets/7')?.split(' ').sort()).toEqual(['pub:read', 'sec:admin']);
      const unknown = { ...paths, [`/v1/${parameter}`]: { get: { security: 7 } } };
      expect(needs(proposed(unknown), 'GET', '/v1/secrets/7')).toBeNull();
    }
    const any = proposed({ '/v1/{name:.+}': { get: asking('sec:admin') }, '/v1/{a}/{b}': { get: asking('pub:read') } });
    expect(needs(any, 'GET', '/v1/secrets/7')).toBe('pub:read');
  });

  it('where a server that leaves encoded delimiters as they are reads a request as one for what is left out', () => {
    for (const [broken, path, request] of [
      ['/{id}', '/{id}:report', '/7%3Areport'],
      ['/{id}', '/Salaries({id})', '/Salaries(7%29'],
      ['/{id}', "/o'x", '/o%27x'],
      ['/{a}({b})', '/{a}:p({b})', '/q%3Ap(z)'],
      ['/{a}/{b}', '/a:b/{b}', '/a%3Ab/c'],
      ['/*', '/x/{id}@{at}', '/x/1%402'],
    ] as const) {
      const proposal = proposed({
        [broken]: { get: { security: 7 } },
        [path]: { get: asking('rep:read') },
        '/x': { get: {} },
      });
      expect([request, needs(proposal, 'GET', request)]).toEqual([request, null]);
      expect(omitted(proposal)).toContain(`GET ${path}`);
      expect(needs(proposal, 'GET', '/x')).toBe('shop:read');
    }
    const more = proposed({ '/a:b/{id}': { get: { security: 7 } }, '/a:b/c': { get: asking('rep:read') } });
    expect(rules(more)).toEqual(['GET /a:b/c rep:read']);
  });

  it('whatever the document', () => {
    const segment = fc.constantFrom('a', 'b', 'ab', '{x}', 'a{x}', '{x}b', 'a{x}b', '{x}:p', '{x}.{y}', '{p+}');
    const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((all) => `/${all.join('/')}`);
    const security = fc.constantFrom<unknown>(...'abcd'.split('').map((name) => [{ o: [`${name}:read`] }]), 'broken');
    const operation = fc.record({ path, method: fc.constantFrom('get', 'head'), security });
    const text = fc.constantFrom('a', 'b', 'ab', 'aab', 'x:p', 'a:p', 'x.y', 'a.b', 'ax', 'xb');
    const asked = fc.record({
      method: fc.constantFrom('GET', 'HEAD'),
      segments: fc.array(text, { minLength: 1, maxLength: 4 }),
    });
    const fits = (template: string, segments: readonly string[]) =>
      new RegExp(
        `^${template
          .replace(/[.]/g, '\\.')
          .replace(/\{p\+\}/g, '.+')
          .replace(/\{[xy]\}/g, '[^/]+')}$`,
      ).test(`/${segments.join('/')}`);
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 6 }), asked, (operations, { method, segments }) => {
        const paths: Record<string, Record<string, unknown>> = {};
        for (const each of operations) (paths[each.path] ??= {})[each.method] = { security: each.security };
        const decision = needs(proposed(paths), method, `/${segments.join('/')}`);
        if (decision === null) return;
        const meant = Object.entries(paths).flatMap(([each, item]) => {
          const { security: wanted } = (item[method.toLowerCase()] ?? {}) as { security?: unknown };
          return wanted !== undefined && fits(each, segments) ? [{ template: templatedPath(each), wanted }] : [];
        });
        const concrete = meant.filter(
          ({ template }) =>
            !meant.some(
              ({ template: other }) =>
                template.pattern !== null &&
                other.pattern !== null &&
                covers(template.reach, other.reach) &&
                !covers(other.reach, template.reach),
            ),
        );
        for (const { wanted } of concrete) {
          expect(wanted).not.toBe('broken');
          const [{ o: scopes }] = wanted as [{ o: string[] }];
          expect(decision.split(' ')).toEqual(expect.arrayContaining(scopes));
        }
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the scopes of a proposal', () => {
  it('are all that an operation asks for, by a table that is shown', () => {
    const proposal = proposed({
      '/a': { get: asking('orders:read', 'Audit.All') },
      '/b': { get: asking('users:write') },
      '/c': { get: asking('tokens:anything', 'account:x') },
      '/d': { get: asking('https://api.example/auth/mail.readonly') },
      '/e': { get: { security: [{ key: [] }, { a: ['x:y'], b: ['z'] }, { c: ['never'] }] } },
      '/f': { get: { security: [] }, put: {} },
    });
    expect(rules(proposal)).toEqual([
      'GET /a orders:read,shop:audit.all',
      'GET /b shop:users-write',
      'GET /c shop:tokens-anything,shop:account-x',
      'GET /d shop:auth-mail.readonly',
      'GET /e x:y,shop:z',
      'GET /f shop:read',
      'PUT /f shop:write',
    ]);
    expect(proposal.scopes).toEqual([
      { name: 'Audit.All', scope: 'shop:audit.all' },
      { name: 'account:x', scope: 'shop:account-x' },
      { name: 'https://api.example/auth/mail.readonly', scope: 'shop:auth-mail.readonly' },
      { name: 'orders:read', scope: 'orders:read' },
      { name: 'tokens:anything', scope: 'shop:tokens-anything' },
      { name: 'users:write', scope: 'shop:users-write' },
      { name: 'x:y', scope: 'x:y' },
      { name: 'z', scope: 'shop:z' },
    ]);
  });

  it('are those that the caller decided', () => {
    const given = { 'Audit.All': 'audits:all', 'orders:read': 'sales:read' };
    const proposal = proposed({ '/a': { get: asking('orders:read', 'Audit.All') } }, {}, given);
    expect(rules(proposal)).toEqual(['GET /a sales:read,audits:all']);
  });

  it('are never one for two names, unless the caller says so', () => {
    const paths = {
      '/a': { get: asking('Audit.All') },
      '/b': { get: asking('audit.all') },
      '/c': { get: asking('shop:audit.all') },
    };
    expect(omitted(proposed(paths))).toEqual(['GET /a', 'GET /b']);
    const decided = proposed(paths, {}, { 'Audit.All': 'shop:audit.all', 'audit.all': 'shop:audit.all' });
    expect(rules(decided)).toHaveLength(3);
  });

  it('are never those of operations that name none', () => {
    const paths = { '/a': { delete: asking('WRITE'), get: asking('READ') }, '/b': { post: {} } };
    const proposal = proposed(paths);
    expect([rules(proposal), omitted(proposal)]).toEqual([['GET /a shop:read', 'POST /b shop:write'], ['DELETE /a']]);
    expect(rules(proposed(paths, {}, { WRITE: 'shop:all' }))).toContain('DELETE /a shop:all');
    expect(rules(proposed({ '/a': { delete: asking('WRITE') } }))).toEqual(['DELETE /a shop:write']);
  });

  it('are never one for two schemes, unless one party grants both or the caller says so', () => {
    const paths = {
      '/a': { get: { security: [{ internal: ['admin'] }] } },
      '/b': { get: { security: [{ partner: ['admin'] }] } },
      '/c': { get: { security: [{ partner: ['other', 'x:y'] }] } },
      '/d': { get: { security: [{ internal: ['x:y'] }] } },
    };
    const proposal = proposed(paths);
    expect(omitted(proposal)).toEqual(['GET /a', 'GET /b']);
    expect(rules(proposal)).toEqual(['GET /c shop:other,x:y', 'GET /d x:y']);
    expect(rules(proposed(paths, {}, { admin: 'shop:admin' }))).toHaveLength(4);
    const at = (realm: string) => ({
      internal: { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://id.example/a/authorize' } } },
      partner: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `https://id.example/${realm}/token` } } },
    });
    expect(rules(proposed(paths, { components: { securitySchemes: at('a') } }))).toHaveLength(4);
    expect(rules(proposed(paths, { components: { securitySchemes: at('b') } }))).toHaveLength(2);
  });

  it.each([
    ['a text', 'orders:read'],
    ['null', null],
    ['a list in a list', [['orders:read']]],
    ['a requirement that is a text', ['oauth']],
    ['a scope that is no text', [{ oauth: ['orders:read', 7] }]],
    ['a list of scopes that is a text', [{ oauth: 'orders:read' }]],
    ['a name of which no scope can be made', [{ oauth: ['orders:read', '…'] }]],
    ['a name that is too long', [{ oauth: ['x'.repeat(80)] }]],
    ['101 names', [{ oauth: Array.from({ length: 101 }, (_, i) => `a:b${i}`) }]],
  ])('leave out an operation whose security is %s', (_, security) => {
    const proposal = proposed({ '/a': { get: { security } }, '/b': { get: {} } });
    expect([omitted(proposal), rules(proposal)]).toEqual([['GET /a'], ['GET /b shop:read']]);
  });

  it('are those of the document where an operation has no security, and a scheme without a list asks for none', () => {
    const proposal = proposed(
      { '/a': { get: {} }, '/b': { get: { security: [{ key: null }] } } },
      { security: [{ oauth: ['x:y'] }] },
    );
    expect(rules(proposal)).toEqual(['GET /a x:y', 'GET /b shop:read']);
  });
});

describe('the resource of a proposal', () => {
  it('leaves room for an action, so that roles can hold the scopes', () => {
    const title = 'Service for a namespace that has a very long name indeed';
    const { routes } = importedApi({ openapi: '3.0.0', info: { title }, paths: { '/a': { get: {} } } }, {});
    expect(routes[0]?.scopes).toEqual(['service-for-a-namespace-that-h:read']);
    expect(scopeResourceProblem('x'.repeat(54))).toBeNull();
    expect(scopeResourceProblem('x'.repeat(55))).toMatch(/^must /);
  });

  it('is no built-in one', () => {
    for (const resource of ['users', 'tokens', 'site', 'security', 'account'])
      expect(scopeResourceProblem(resource)).not.toBeNull();
    const { routes } = importedApi({ openapi: '3.0.0', info: { title: 'Tokens' }, paths: { '/a': { get: {} } } }, {});
    expect(routes[0]?.scopes).toEqual(['imported:read']);
  });
});

describe('nothing is left out in silence', () => {
  it.each([
    ['/a b', 'GET /a%20b shop:read'],
    ['/café/{id}', 'GET /caf%C3%A9/{id} shop:read'],
    ['/caf%C3%A9', 'GET /caf%C3%A9 shop:read'],
    ['/"<>|^`', 'GET /%22%3C%3E%7C%5E%60 shop:read'],
    ['/files/{path+}', 'GET /files/{path}/* shop:read'],
    ['/files/{+path}', 'GET /files/{path}/* shop:read'],
    ['/files/{path*}/', 'GET /files/*/ shop:read'],
    ['/files/{**path}', 'GET /files/* shop:read'],
    ['/files/{path...}', 'GET /files/* shop:read'],
    ['/files/{path:.*}', 'GET /files/* shop:read'],
    ['/files/{path:path}', 'GET /files/* shop:read'],
    ['/{name=shelves/*}', 'GET /{name}/* shop:read'],
    ['/x/**', 'GET /x/* shop:read'],
    ['/{order-id}/{$top}/{}/{1}', 'GET /{order_id}/{top}/{part}/{part_1} shop:read'],
    ['/{id:[^/]+}', 'GET /{id} shop:read'],
    ['/{id:[^/?]+}', 'GET /{id} shop:read'],
    ['/{id: [0-9a-fA-F-]+}', 'GET /{id} shop:read'],
    ['/{id:\\d+}', 'GET /{id} shop:read'],
    ['/{id:^(?:a|b)[\\w.-]+$}', 'GET /{id} shop:read'],
    ['/{id:int}', 'GET /{id} shop:read'],
    ['/{id:int:range(1,9)}', 'GET /{id} shop:read'],
    ['/{id<[0-9]+>}', 'GET /{id} shop:read'],
    ['/a/{id:[0-9]+?}', 'GET /a/{id} shop:read'],
    ['/a/{path:.+?}', 'GET /a/{path}/* shop:read'],
    ['/{name=*}', 'GET /{name} shop:read'],
    ['/{a}{b}', 'GET /{a} shop:read'],
    ['/$batch', 'GET /$batch shop:read'],
    ['/', 'GET / shop:read'],
    ['/a/', 'GET /a/ shop:read'],
  ])('%s is said', (path, rule) => {
    const proposal = proposed({ [path]: { get: {} } });
    expect([rules(proposal), proposal.warnings]).toEqual([[rule], []]);
  });

  it.each(['/files?upload', '/files#upload', '/files{?upload,part}', '/files{#x}', '/{x}?a={b}#c'])(
    '%s is one with the path, and is reported',
    (path) => {
      const proposal = proposed({
        [path]: { get: asking('a:b') },
        '/{id}': { get: asking('c:d') },
        '/files': { get: asking('e:f') },
      });
      expect(proposal.warnings).toContainEqual(expect.objectContaining({ code: 'ignored', method: 'GET', path }));
      expect(needs(proposal, 'GET', path.startsWith('/{') ? '/x' : '/files')).toContain('a:b');
    },
  );

  it.each([
    'no-slash',
    '/a//b',
    '//',
    '/a/../b',
    '/.',
    '/a;v=1',
    '/{id};v={v}',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/a%',
    '/a%zz',
    '/a%ff',
    '/a\n',
    '/\ud800',
    '/{a',
    '/a}',
    '/{{a}}',
    '/{a}/{b',
    '/*/a',
    '/a*',
    '/{path+}/a',
    '/{path+}.json',
    '/{path*}:x',
    '/a{/b}',
    '/a{.b}',
    '/a{;b}',
    `/${'a/'.repeat(32)}b`,
    `/${'x'.repeat(600)}`,
    `/a/${'x'.repeat(600)}/{b}`,
    '/{name=shelves/*}:move',
  ])('%j is reported with every method', (path) => {
    const shown = path.slice(0, 300).replace(/\p{Surrogate}/u, '\ufffd');
    const proposal = proposed({ [path]: { get: {}, post: {} } });
    expect([rules(proposal), omitted(proposal)]).toEqual([
      [],
      [`GET ${shown}`, `POST ${shown}`].map((each) => each + (path.length > 300 ? '…' : '')),
    ]);
  });

  it('nor caught by another rule, when requests for it can arrive', () => {
    for (const [path, request] of [
      ['/{path+}/acl', '/a/acl'],
      ['no-slash', '/no-slash'],
      ['/a*', '/abc'],
      ['/x{/more}', '/x/more'],
      ['/{a', '/%7Ba'],
      ['/x/../{a', '/y'],
      ['/x/../y/{a', '/y/z'],
      [`/a/${'{b}/'.repeat(31)}c`, `/a/${'b/'.repeat(31)}c`],
    ])
      expect([
        path,
        needs(
          proposed({ [path ?? '']: { get: {} }, '/{x}': { get: {} }, '/y/{x}': { get: {} }, '/*': { get: {} } }),
          'GET',
          request ?? '',
        ),
      ]).toEqual([path, null]);
    // a request that the gateway refuses needs no rule to stay away
    expect(rules(proposed({ '/a;b': { get: {} }, '/{x}': { get: {} } }))).toEqual(['GET /{x} shop:read']);
  });

  it.each([
    '/orders/../salaries',
    '/a/%2e%2E/salaries',
    '/./salaries',
    '/../salaries/.',
    '/{x}/../salaries',
    '/a/b/../../salaries?x',
  ])('nor caught by another rule where clients leave out the dots of %s', (path) => {
    const more = { '/{x}': { get: {} }, '/other/{x}': { get: {} } };
    const proposal = proposed({ [path]: { get: asking('sec:admin') }, ...more });
    expect(['/salaries', '/other/x'].map((each) => needs(proposal, 'GET', each))).toEqual([null, 'shop:read']);
    expect(omitted(proposal)).toEqual([`GET ${path}`, 'GET /{x}']);
  });

  it.each([
    [{ trace: {} }, ['TRACE /a']],
    [{ query: {} }, ['QUERY /a']],
    [{ additionalOperations: { COPY: {}, move: {} } }, ['COPY /a', 'MOVE /a']],
    [{ additionalOperations: [{ COPY: {} }], get: {} }, ['* /a', 'GET /a']],
    [{ additionalOperations: 'x' }, ['* /a']],
    [{ additionalOperations: null }, ['* /a']],
    [{ get: null }, ['GET /a']],
    [{ get: [] }, ['GET /a']],
    [{ post: 'x' }, ['POST /a']],
    [{ fetch: {} }, ['FETCH /a']],
    [{ $ref: 'other.yaml#/a' }, ['* /a']],
    [{ $ref: '#/nowhere' }, ['* /a']],
    [{ $ref: '#/paths/~1a' }, ['* /a']],
    [{ $ref: 7 }, ['* /a']],
    [{ get: { $ref: 'https://x.example/op' } }, ['GET /a']],
    [null, ['* /a']],
    ['x', ['* /a']],
    [[], ['* /a']],
  ])('%j is reported', (item, expected) => {
    const proposal = proposed({ '/a': item });
    expect([rules(proposal), omitted(proposal)]).toEqual([[], expected]);
  });

  it('fields that are no operations are no omissions', () => {
    const item = { summary: 'x', description: 'y', servers: [], parameters: [], 'x-mine': {}, get: {} };
    expect(proposed({ '/a': item, 'x-paths': {} }).warnings).toEqual([]);
  });

  it('path items and operations behind a $ref are read, with what stands beside it', () => {
    const proposal = proposed(
      {
        '/a': { $ref: '#/components/pathItems/thing', delete: asking('a:delete') },
        '/b/{id}': { $ref: '#/paths/~1a' },
        '/c': { get: { $ref: '#/components/x-ops/0' } },
        '/d': { $ref: '#/components/pathItems/a%20b~1c~0d' },
      },
      {
        components: {
          pathItems: { thing: { get: asking('a:read') }, 'a b/c~d': { GET: asking('d:read') } },
          'x-ops': [asking('c:read')],
        },
      },
    );
    expect([rules(proposal), proposal.warnings]).toEqual([
      [
        'GET /a a:read',
        'DELETE /a a:delete',
        'GET /b/{id} a:read',
        'DELETE /b/{id} a:delete',
        'GET /c c:read',
        'GET /d d:read',
      ],
      [],
    ]);
  });

  it.each([
    '#secret',
    '#',
    '',
    '#%',
    '#%ff',
    '#s/a',
    '#secret%2Fa',
    '#xcomponents/x-ops/a', // an anchor, whatever its end is the name of
    'other.yaml',
    'https://x.example/#/components/pathItems/p',
  ])('a $ref to %j leaves a gap', ($ref) => {
    const more = { '/{x}': { get: asking('pub:read') }, '/b/c': { get: asking('pub:read') } };
    const components = { 'x-ops': { a: { $anchor: 'secret', ...asking('sec:admin') } } };
    const security = [{ o: ['pub:base'] }];
    for (const item of [{ $ref }, { get: { $ref } }, { $ref, post: {} }]) {
      const proposal = proposed({ '/salaries': item, ...more }, { components, security });
      expect([needs(proposal, 'GET', '/salaries'), needs(proposal, 'GET', '/b/c')]).toEqual([null, 'pub:read']);
      expect(omitted(proposal)).toContain('GET /{x}');
    }
  });

  it('a $ref is decoded before it is cut', () => {
    const components = { p: { get: asking('sec:admin') }, 'a/b': { get: asking('sec:slash') } };
    const paths = { '/a': { $ref: '#%2Fcomponents/p' }, '/b': { $ref: '#/components/a~1b' }, '/{x}': { get: {} } };
    const proposal = proposed(paths, { components });
    expect(['/a', '/b', '/c'].map((path) => needs(proposal, 'GET', path))).toEqual([
      'sec:admin',
      'sec:slash',
      'shop:read',
    ]);
  });

  it('an operation with a $ref and a security of its own asks for what both say', () => {
    const components = { o: asking('pub:read'), none: {} };
    const of = (name: string) =>
      proposed(
        { '/a': { get: { $ref: `#/components/${name}`, ...asking('sec:admin') } } },
        { components, ...asking('all:base') },
      );
    expect(needs(of('o'), 'GET', '/a')).toBe('pub:read sec:admin');
    expect(needs(of('none'), 'GET', '/a')).toBe('all:base sec:admin');
    expect(needs(of('nowhere'), 'GET', '/a')).toBeNull();
  });

  it('paths that refer to another place may be any', () => {
    for (const $ref of ['./paths.yaml', '#/x-paths', 7]) {
      const proposal = proposed({ $ref, '/{x}/{y}': { get: {} }, '/': { get: {} }, '/a': { post: {} } });
      expect([rules(proposal), new Set(omitted(proposal))]).toEqual([
        [],
        new Set(['* $ref', 'GET /{x}/{y}', 'GET /', 'POST /a']),
      ]);
    }
  });

  it('names that every object inherits are names like others', () => {
    const paths = JSON.parse(
      '{"/a": {"$ref": "#/constructor"}, "/b": {"get": {}, "__proto__": {"get": {}}}}',
    ) as object;
    const proposal = proposed(paths);
    expect([rules(proposal), omitted(proposal)]).toEqual([['GET /b shop:read'], ['* /a', '__PROTO__ /b']]);
  });
});

describe('half of a surrogate pair', () => {
  it('is in no part of a proposal, so that it can be sent back', () => {
    const half = '\ud83d';
    const proposal = proposed({
      [`/a${half}`]: { get: {} },
      '/b': { [`x${half}`]: {}, get: asking(`c${half}`), post: asking('d:e') },
      [`/c?${half}`]: { get: {} },
      [`/${'x'.repeat(298)}${half}${half}y`]: { get: {} },
      '/{a}': { put: {} },
      [`/d${half}`]: { put: {} },
    });
    const texts: string[] = [];
    JSON.stringify(proposal, (name, value: unknown) => {
      if (typeof value === 'string') texts.push(name, value);
      return value;
    });
    expect(texts.filter((text) => /\p{Surrogate}/u.test(text))).toEqual([]);
    expect(proposal.warnings).toContainEqual(expect.objectContaining({ code: 'omitted', path: '/a\ufffd' }));
    expect(omitted(proposal)).toContain('GET /b');
  });
});

describe('a document that is too much', () => {
  it('gives up to 2,000 rules', () => {
    const paths = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`/a${i}/{id}`, { get: {} }]));
    expect(proposed(paths(2_000)).routes).toHaveLength(2_000);
    expect(() => proposed(paths(2_001))).toThrow('2000 rules');
    const halves = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`/a${i}`, { get: {}, post: {} }]));
    expect(() => proposed(halves)).toThrow('2000 rules');
  });

  it('may be the reason of up to 10,000 warnings', () => {
    const paths = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`/a${i}`, { trace: {} }]));
    expect(proposed(paths(10_000)).warnings).toHaveLength(10_000);
    expect(() => proposed(paths(10_001))).toThrow('10000 things');
  });
});
