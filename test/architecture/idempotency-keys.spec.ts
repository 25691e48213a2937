import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { named, routesOf, type TestRoute } from '../support/routes.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** POSTs that take no Idempotency-Key, each with its reason: what they do twice is no more than what they do once. */
const REPEATABLE_ANYHOW: Readonly<Record<string, string>> = {
  'POST {api}/auth/login': 'a second sign-in ends nothing, and the first can be ended',
  'POST {api}/auth/logout': 'signed out is signed out',
  'POST {api}/auth/confirm': 'confirmed is confirmed',
  'POST {api}/auth/accept-invitation': 'a link works once, and the password is the caller’s own',
  'POST {api}/leaks': 'dead is dead',
  'POST {api}/users/me/secret/reveal': 'it shows what is there',
  'POST {api}/accounts/:id/suspend': 'suspended is suspended',
  'POST {api}/accounts/:id/resume': 'resumed is resumed',
  'POST {api}/admin/users/:id/suspend': 'suspended is suspended',
  'POST {api}/admin/users/:id/resume': 'resumed is resumed',
  'POST {api}/admin/tokens/reassign': 'what is moved is no longer there to be moved',
  'POST {api}/admin/tokens/identify': 'it only asks',
  'POST {api}/admin/site/policy/preview': 'it only asks',
  'POST {api}/proxies/rules/test': 'it only asks',
  'POST {api}/proxies/:id/undeploy': 'undeployed is undeployed',
  'POST {api}/projects/:id/proxies/import': 'it only proposes',
  'POST {api}/notifications/:id/read': 'read is read',
  'POST /oauth/introspect': 'it only asks',
  'POST /oauth/revoke': 'revoked is revoked',
};

describe('Idempotency-Key', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp('sqlite');
  });
  afterAll(() => app.stop());

  const posts = () => routesOf(app).filter(({ method }) => method === 'POST');
  const name = (route: TestRoute) => named(route).replace(app.settings.apiPrefix, '{api}');

  it('[83] is taken by every call that answers "created"', () => {
    // Introspection sends its 200 itself.
    const creating = posts().filter(({ status = 201, path }) => status === 201 && path !== '/oauth/introspect');
    expect(creating.length).toBeGreaterThan(12);
    expect(creating.filter(({ takesIdempotencyKey }) => !takesIdempotencyKey).map(name)).toEqual([]);
  });

  it('[83] is taken by every other POST too, unless it is written down why that one can be repeated anyhow', () => {
    const others = posts().filter(({ takesIdempotencyKey }) => !takesIdempotencyKey);
    expect(others.map(name).sort()).toEqual(Object.keys(REPEATABLE_ANYHOW).sort());
  });

  it('is taken by no method that can be repeated by definition (RFC 9110 §9.2.2)', () => {
    const taking = routesOf(app).filter(({ takesIdempotencyKey }) => takesIdempotencyKey);
    expect(taking.filter(({ method }) => method !== 'POST')).toEqual([]);
  });
});
