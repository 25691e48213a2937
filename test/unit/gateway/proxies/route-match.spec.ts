import { describe, expect, it } from '@jest/globals';
import { gatewayTarget } from '../../../../src/gateway/proxies/gateway-target.js';
import { compiledRoute } from '../../../../src/gateway/proxies/rules/route-compiler.js';
import { matchingRoute } from '../../../../src/gateway/proxies/route-match.js';

describe('rules', () => {
  const routes = [
    { methods: ['GET'], path: '/orders/latest', scopes: ['first:hit'] },
    { methods: ['GET'], path: '/orders/{id}', scopes: ['orders:read'] },
    { methods: ['*'], path: '/orders/*', scopes: ['orders:write'] },
    { methods: ['GET'], path: '/', scopes: ['root:read'] },
    { methods: ['GET'], path: '/gr%C3%BC%C3%9Fe', scopes: ['greetings:read'] },
  ].map(compiledRoute);
  const scopeOf = (method: string, path: string) => {
    const { segments } = gatewayTarget(`/gw/acme${path}`);
    return matchingRoute(routes, method, segments)?.scopes[0] ?? null;
  };

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
  ])('the first that fits decides: %s %s', (method, path, scope) => {
    expect(scopeOf(method, path)).toBe(scope);
  });
});
