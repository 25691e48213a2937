import { Controller, Get, Module, type DynamicModule } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONSOLE_PAGES } from '../../src/platform/http/console/console-pages.js';
import { bearer, createToken, signInAsAdmin } from '../support/api-client.js';
import { named, RouteRecorder, routeRecorder, routesOf } from '../support/routes.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** contract §9: what anyone may call, and nothing else. Paths are below {api} unless they start at the root. */
const OPEN_CALLS = [
  'GET {api}/test',
  'POST {api}/auth/login',
  'POST {api}/auth/token',
  'POST {api}/auth/accept-invitation',
  'POST {api}/leaks',
  'POST /oauth/token',
  'POST /oauth/introspect',
  'POST /oauth/revoke',
  'GET /health/live',
  'GET /health/ready',
  'GET /.well-known/jwks.json',
  'GET /.well-known/oauth-authorization-server',
  // These judge the credential of the request themselves: for a proxy, as a proxy, and to end what it is.
  'ALL /verify',
  'ALL /gw/*',
  'POST {api}/auth/logout',
];

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): string {
    return 'open to the world';
  }
}

@Module({})
class ForgottenModule {}

const forgotten: DynamicModule = { module: ForgottenModule, controllers: [ForgottenController] };

function undeclared(app: TestApp): string[] {
  return routesOf(app)
    .filter(({ access }) => access === undefined)
    .map(named);
}

describe('access to routes', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp('sqlite', { modules: [routeRecorder()] });
  });
  afterAll(() => app.stop());

  it('[45] is declared by every route', () => {
    expect(routesOf(app).length).toBeGreaterThan(40);
    expect(undeclared(app)).toEqual([]);
  });

  it('[45] is given to anyone by the calls of contract §9 and by no other', () => {
    const open = routesOf(app)
      .filter(({ access }) => access?.to === 'public')
      .map((route) => named(route).replace(app.settings.apiPrefix, '{api}'));
    expect(open.sort()).toEqual([...OPEN_CALLS].sort());
  });

  it("[45] nothing but the documents and the console's files is registered around the controllers", () => {
    const declared = routesOf(app);
    const around = app.app
      .get(RouteRecorder, { strict: false })
      .routes.filter(
        ({ method, path }) =>
          !declared.some(
            (route) =>
              route.path === path && (route.method === method || route.method === 'ALL' || isHeadOf(method, route)),
          ),
      );
    const files = around.filter(
      ({ path }) => CONSOLE_PAGES.includes(path) || /^\/(?:docs|assets)(?:\/[\w.-]+)?$/.test(path),
    );
    expect(files.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([]);
    expect(around.filter((route) => !files.includes(route)).map(named)).toEqual([]);
  });

  it('[45] every declared route is one that the server has', () => {
    const served = new Set(app.app.get(RouteRecorder, { strict: false }).routes.map(({ path }) => path));
    expect(routesOf(app).filter(({ path }) => !served.has(path))).toEqual([]);
  });
});

describe('a route that declares nobody', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp('sqlite', { modules: [forgotten] });
  });
  afterAll(() => app.stop());

  it('[45] is found', () => {
    expect(undeclared(app)).toEqual(['GET /api/v1/forgotten']);
  });

  it('[45] is refused to everybody, administrators included', async () => {
    const admin = await signInAsAdmin(app);
    const token = bearer(app, (await createToken(admin)).token);
    for (const client of [admin, token]) {
      const answer = await client.get('/forgotten');
      expect(answer).toMatchObject({ status: 403, body: { code: 'access_undeclared' } });
    }
  });
});

function isHeadOf(method: string, route: { readonly method: string }): boolean {
  return method === 'HEAD' && route.method === 'GET';
}
