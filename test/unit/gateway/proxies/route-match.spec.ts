import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { gatewayTarget } from '../../../../src/gateway/proxies/gateway-target.js';
import type { CompiledRoute } from '../../../../src/gateway/proxies/proxies.types.js';
import { compiledRoute } from '../../../../src/gateway/proxies/rules/route-compiler.js';
import { fitsSegment, patternProblem } from '../../../../src/gateway/proxies/rules/route-pattern.js';
import { RouteRules } from '../../../../src/gateway/proxies/route-match.js';

function scopesOf(rules: RouteRules, method: string, path: string): string | null {
  return rules.decide(method, gatewayTarget(`/gw/acme${path}`))?.scopes.join(' ') ?? null;
}

describe('rules', () => {
  const rules = new RouteRules(
    [
      { methods: ['GET'], path: '/orders/latest', scopes: ['first:hit'] },
      { methods: ['GET'], path: '/orders/{id}', scopes: ['orders:read'] },
      { methods: ['*'], path: '/orders/*', scopes: ['orders:write'] },
      { methods: ['GET'], path: '/', scopes: ['root:read'] },
      { methods: ['GET'], path: '/gr%C3%BC%C3%9Fe', scopes: ['greetings:read'] },
    ].map(compiledRoute),
  );

  it.each([
    ['GET', '/orders/latest', 'first:hit'],
    ['GET', '/orders/l%61test', 'first:hit'],
    ['GET', '/orders/latest/', 'first:hit'],
    ['HEAD', '/orders/17', 'orders:read'],
    ['GET', '/orders', 'orders:write'],
    ['GET', '/orders/17/lines', 'orders:write'],
    ['OPTIONS', '/orders/17', 'orders:write'],
    ['GET', '/', 'root:read'],
    ['GET', '', 'root:read'],
    ['GET', '/gr%c3%bc%c3%9fe', 'greetings:read'],
    ['POST', '/', null],
    ['GET', '/orderss', null],
    ['GET', '/Orders/17', null],
    ['TRACE', '/orders/17', null],
    ['PROPFIND', '/orders/17', null],
  ])('the first that fits decides: %s %s', (method, path, scopes) => {
    expect(scopesOf(rules, method, path)).toBe(scopes);
  });
});

describe('rules with text and parameters in one segment', () => {
  const rules = new RouteRules(
    [
      { methods: ['GET'], path: '/Salaries({id})', scopes: ['salaries:read'] },
      { methods: ['GET'], path: '/Invoices({id})', scopes: ['invoices:read'] },
      { methods: ['GET'], path: '/Order_Details(OrderID={a},ProductID={b})', scopes: ['details:read'] },
      { methods: ['GET'], path: '/things/{id}:purge', scopes: ['things:purge'] },
      { methods: ['GET'], path: '/things/{name}.json', scopes: ['things:export'] },
      { methods: ['GET'], path: '/things/{id}', scopes: ['things:read'] },
      { methods: ['GET'], path: '/compare/{base}...{head}', scopes: ['compare:read'] },
      { methods: ['GET'], path: '/caf%C3%A9-{id}/%7Bx%7D', scopes: ['cafe:read'] },
      { methods: ['GET'], path: '/v{major}.{minor}/x', scopes: ['versions:read'] },
    ].map(compiledRoute),
  );

  it.each([
    ['/Salaries(7)', 'salaries:read'],
    ['/Salaries(7)/', 'salaries:read'],
    ['/Salaries%287%29', 'salaries:read'],
    ['/Sal%61ries(7)', 'salaries:read'],
    ["/Salaries('a%20b')", 'salaries:read'],
    ['/Salaries(7)(8)', 'salaries:read'],
    ['/Invoices(7)', 'invoices:read'],
    ['/Salaries()', null],
    ['/Salaries(7', null],
    ['/salaries(7)', null],
    ['/Salaries', null],
    ['/xSalaries(7)', null],
    ['/Salaries(7)x', null],
    ['/Salaries(7)/Person', null],
    ['/Order_Details(OrderID=1,ProductID=2)', 'details:read'],
    ['/Order_Details(OrderID=1%2CProductID%3D2)', 'details:read'],
    ['/Order_Details(OrderID=,ProductID=2)', null],
    ['/Order_Details(ProductID=2,OrderID=1)', null],
    ['/things/17', 'things:read'],
    ['/things/17:purge', 'things:purge'],
    ['/things/a:purge:purge', 'things:purge'],
    ['/things/:purge', 'things:read'],
    ['/things/17:PURGE', 'things:read'],
    ['/things/17.json', 'things:export'],
    ['/things/17:purge.json', 'things:export'],
    ['/things/17.json:purge', 'things:purge'],
    ['/things/.json', 'things:read'],
    ['/compare/a...b', 'compare:read'],
    ['/compare/a.....b', 'compare:read'],
    ['/compare/a...', null],
    ['/compare/...b', null],
    ['/caf%c3%a9-7/%7bx%7d', 'cafe:read'],
    ['/cafe%cc%81-7/%7bx%7d', null],
    ['/v1.2/x', 'versions:read'],
    ['/v1.2.3/x', 'versions:read'],
    ['/v12/x', null],
  ])('%s needs %s', (path, scopes) => {
    expect(scopesOf(rules, 'GET', path)).toBe(scopes);
  });

  it('an encoded delimiter needs the scopes of both readings, so that a server that does not decode it guards no less', () => {
    for (const path of ['/things/17%3Apurge', '/things/17%3apurge'])
      expect(scopesOf(rules, 'GET', path)).toBe('things:purge things:read');
    // the other reading finds the same rule, or none
    expect(scopesOf(rules, 'GET', '/things/17%3A18')).toBe('things:read');
    expect(scopesOf(rules, 'GET', '/Salaries%287%29')).toBe('salaries:read');
  });
});

describe('rules whose segments hold delimiters that decodeURI treats in two ways', () => {
  const rules = new RouteRules(
    [
      { methods: ['GET'], path: '/{a}:b({c})', scopes: ['rep:read'] },
      { methods: ['GET'], path: '/{a}({c})', scopes: ['sec:admin'] },
      { methods: ['GET'], path: "/x/{a}@{b}'{c}", scopes: ['at:read'] },
      { methods: ['GET'], path: "/x/{a}'{c}", scopes: ['quote:read'] },
      { methods: ['GET'], path: '/{n}', scopes: ['pub:read'] },
      { methods: ['GET'], path: '/x/{n}', scopes: ['pub:read'] },
    ].map(compiledRoute),
  );

  it.each([
    ['/q:b(z)', 'rep:read'],
    ['/q%3Ab%28z%29', 'pub:read rep:read sec:admin'],
    ['/q%3ab(z)', 'rep:read sec:admin'],
    ['/q:b%28z%29', 'pub:read rep:read'],
    ['/x/1%402%273', 'at:read pub:read quote:read'],
  ])('%s needs %s', (path, scopes) => {
    expect(scopesOf(rules, 'GET', path)?.split(' ').sort().join(' ')).toBe(scopes);
  });
});

describe('a segment of a pattern', () => {
  it.each(['/x{id}', '/{id}x', '/({id})', '/{a}.{b}', "/C('{id}')", '/%C3%A9{id}', '/{id}:x/{b}', '/..{id}'])(
    'may be %s',
    (pattern) => {
      expect(patternProblem(pattern)).toBeNull();
    },
  );

  it.each([
    '/{a}{b}',
    '/x{',
    '/x}',
    '/{}',
    '/x{}',
    '/{a-b}',
    '/{1}',
    '/x{id};',
    '/x%2f{id}',
    '/x%c3{id}',
    '/x*{id}',
    '/{{id}}',
    '/%00{a}',
  ])('is not %s', (pattern) => {
    expect(patternProblem(pattern)).toMatch(/^must /);
  });

  it('fits exactly what its regular expression would', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 2 });
    const texts = fc
      .array(short, { minLength: 2, maxLength: 4 })
      .filter((all) => all.slice(1, -1).every((each) => each !== ''));
    fc.assert(
      fc.property(texts, fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 8 }), (all, text) => {
        expect(fitsSegment(all, text)).toBe(new RegExp(`^${all.join('.+')}$`).test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the arrangement of rules', () => {
  const segment = fc.constantFrom('a', 'b', '{x}', 'a{x}', '{x}b', 'a{x}b', '(a{x}', 'ab');
  const path = fc
    .tuple(fc.array(segment, { maxLength: 4 }), fc.boolean())
    .map(([segments, open]) => `/${[...segments, ...(open ? ['*'] : [])].join('/')}`);
  const route = fc.record({ methods: fc.constantFrom(['GET'], ['POST'], ['*']), path });
  const fits = ({ segments, open }: CompiledRoute, asked: readonly string[]) =>
    (open ? asked.length >= segments.length : asked.length === segments.length) &&
    segments.every((each, index) => fitsSegment(each, asked[index] ?? ''));

  it('finds the rule that a look at each in turn would find', () => {
    const asked = fc.array(fc.constantFrom('a', 'b', 'ab', 'aab', '(ab', 'x'), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(route, { maxLength: 12 }), asked, (all, segments) => {
        const routes = all.map((each, index) => compiledRoute({ ...each, scopes: [`rule:${index}`] }));
        const first = routes.findIndex((each) => each.methods.includes('GET') && fits(each, segments));
        const decision = new RouteRules(routes).decide('GET', { segments, verbatim: segments, uriDecoded: segments });
        expect(decision?.place ?? -1).toBe(first);
      }),
      { numRuns: 2_000 },
    );
  });

  it('compares a request with few of 2,000 rules', () => {
    const routes = Array.from({ length: 2_000 }, (_, i) =>
      compiledRoute({ methods: ['GET'], path: `/api/{account}/thing${i}({id})/x`, scopes: [] }),
    );
    const rules = new RouteRules(routes);
    const comparison = jest.spyOn(String.prototype, 'startsWith');
    try {
      const segments = ['api', '7', 'thing1999(5)', 'x'];
      expect(rules.decide('GET', { segments, verbatim: segments, uriDecoded: segments })?.place).toBe(1_999);
      expect(comparison.mock.calls.length).toBe(1);
    } finally {
      comparison.mockRestore();
    }
  });
});
