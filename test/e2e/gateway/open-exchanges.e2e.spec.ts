import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { OpenExchanges } from '../../../src/gateway/traffic/exchanges/open-exchanges.js';
import { ChangeClock } from '../../../src/platform/database/change-clock.js';
import { databaseUnavailable } from '../../../src/shared/errors/general.errors.js';
import { anonymous, createPerson, createToken, signInAsAdmin, type TestPerson } from '../../support/api-client.js';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { OpenCall } from '../../support/open-call.js';
import { fetchToken, registerApplication } from '../../support/registered-application.js';
import { sampleProxy } from '../../support/sample-proxy.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §7: while the database answers. */
const WITHIN_MS = 1_000;
/** What this machine may add to it. */
const SLACK_MS = 1_500;
const ROUTES = [{ methods: ['GET'], path: '/*', scopes: ['orders:read'] }];
const UPGRADE = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: eA=='];

/** What is open when something happens. */
interface Scene {
  readonly owner: TestPerson;
  readonly token: string;
  readonly tokenId: string;
  readonly proxy: { readonly id: string; readonly path: string };
  readonly connectionId: string;
}

interface Opened {
  readonly webSocket: OpenCall;
  readonly events: OpenCall;
  readonly download: OpenCall;
  readonly silent: Promise<OpenCall>;
}

forEachDialect((dialect) => {
  let stage: GatewayStage;
  let other: TestApp;
  let count = 0;
  /** Ends the answers that the upstream is still giving. */
  let finish: (() => void)[] = [];

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect);
    const { database, upstreamNetworks, secretKeys } = stage.app.settings;
    other = await startTestApp(dialect, {
      clock: stage.app.clock,
      settings: { database, upstreamNetworks, secretKeys },
    });
    stage.upstream.server.on('upgrade', (_, socket: Duplex) => {
      socket.on('error', () => undefined).on('end', () => socket.end());
      socket.resume();
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    });
    stage.upstream.answer = (request, response: ServerResponse) => {
      finish.push(() => response.end('the end'));
      if (request.url?.endsWith('/silent') === true) return;
      const isStream = request.url?.endsWith('/events') === true;
      response.writeHead(200, { 'content-type': isStream ? 'text/event-stream; charset=utf-8' : 'text/plain' });
      response.write('begins');
    };
  });
  afterAll(async () => {
    await other.stop();
    await stage.stop();
  });

  async function scene(settings: Record<string, unknown> = {}): Promise<Scene> {
    finish = [];
    const owner = await createPerson(stage.app, `owner-${++count}`, ['ROLE_CLERK']);
    const { id: tokenId, token } = await createToken(owner.session, settings);
    const connectionId = await createConnection(stage.admin, stage.upstream.url);
    const proxy = await stage.deployed({ connectionId, routes: ROUTES });
    return { owner, token, tokenId, proxy, connectionId };
  }

  async function opened(of: Pick<Scene, 'token' | 'proxy'>, app: TestApp = stage.app): Promise<Opened> {
    const lines = (path: string, ...more: string[]) => [
      `GET ${of.proxy.path}/${path} HTTP/1.1`,
      `Authorization: Bearer ${of.token}`,
      ...more,
    ];
    const silent = OpenCall.open(app, lines('silent'));
    silent.catch(() => undefined); // some tests do not wait for it
    const [webSocket, events, download] = await Promise.all([
      OpenCall.open(app, lines('chat', ...UPGRADE)),
      OpenCall.open(app, lines('events')),
      OpenCall.open(app, lines('download')),
    ]);
    expect([webSocket, events, download].map(({ received }) => received.slice(0, 12))).toEqual([
      'HTTP/1.1 101',
      'HTTP/1.1 200',
      'HTTP/1.1 200',
    ]);
    return { webSocket, events, download, silent };
  }

  async function close({ webSocket, events, download, silent }: Opened): Promise<void> {
    for (const each of finish) each();
    for (const each of [webSocket, events, download, await silent]) each.socket.destroy();
  }

  type Cause = (scene: Scene) => Promise<unknown>;
  const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  };
  const admin = () => stage.admin;
  const policy = (changes: object) => ok(admin().patch('/admin/site', { policy: changes }));

  /** By what happens: whether other exchanges are cut too. The third is how to undo it for the cases that follow. */
  const CAUSES: [string, 'all' | 'streams', Cause, Cause?][] = [
    ['its token is revoked', 'all', ({ tokenId }) => ok(admin().delete(`/admin/tokens/${tokenId}`))],
    [
      'its token is reported as leaked',
      'all',
      ({ token }) => anonymous(stage.app).post('/leaks', { credentials: [token] }),
    ],
    [
      'its token expires',
      'streams',
      () => {
        stage.app.clock.advance({ minutes: 2 });
        return Promise.resolve();
      },
    ],
    [
      'its token is rotated without grace',
      'streams',
      ({ owner, tokenId }) => ok(owner.session.post(`/tokens/${tokenId}/rotate`, { graceSeconds: 0 })),
    ],
    [
      'its value’s grace ends',
      'streams',
      async ({ owner, tokenId }) => {
        await ok(owner.session.post(`/tokens/${tokenId}/rotate`, { graceSeconds: 10 }));
        await delay(WITHIN_MS); // it goes on in its grace, or it would be cut sooner than the test allows
        stage.app.clock.advance({ seconds: 11 });
      },
    ],
    ['its owner is suspended', 'all', ({ owner }) => ok(admin().post(`/admin/users/${owner.id}/suspend`))],
    [
      'its owner is removed, and the token handed over',
      'all',
      ({ owner }) => ok(admin().delete(`/admin/users/${owner.id}`)),
    ],
    [
      'its owner is removed, and the token decommissioned',
      'all',
      ({ owner }) => ok(admin().delete(`/admin/users/${owner.id}?decommission=true`)),
    ],
    [
      'the account is suspended',
      'all',
      () => ok(admin().post(`/accounts/${stage.accountId}/suspend`)),
      () => ok(admin().post(`/accounts/${stage.accountId}/resume`)),
    ],
    [
      'the site’s policy ends it',
      'streams',
      () => policy({ allowNeverExpire: false }),
      () => policy({ allowNeverExpire: true }),
    ],
    [
      'the site’s networks leave it out',
      'streams',
      () => policy({ allowedNetworks: ['192.0.2.0/24'] }),
      () => policy({ allowedNetworks: null }),
    ],
    [
      'the scope is taken from the roles of its owner',
      'streams',
      ({ owner }) => ok(admin().patch(`/admin/users/${owner.id}`, { roles: ['ROLE_API_SECURITY'] })),
    ],
    ['its proxy is undeployed', 'all', ({ proxy }) => ok(admin().post(`/proxies/${proxy.id}/undeploy`))],
    ['its proxy is deleted', 'all', ({ proxy }) => ok(admin().delete(`/proxies/${proxy.id}`))],
    [
      'its proxy is deployed without the route',
      'streams',
      ({ proxy, connectionId }) => redeployed(proxy.id, connectionId, [{ ...ROUTES[0], path: '/other' }]),
    ],
    [
      'its proxy is deployed with a scope that it lacks',
      'streams',
      ({ proxy, connectionId }) => redeployed(proxy.id, connectionId, [{ ...ROUTES[0], scopes: ['users:read'] }]),
    ],
    [
      'its connection is deleted',
      'streams',
      async ({ proxy, connectionId }) => {
        await redeployed(proxy.id, stage.connectionId, ROUTES);
        await ok(admin().delete(`/connections/${connectionId}`));
      },
    ],
  ];

  const asCase = ([name, which, cause, undo]: (typeof CAUSES)[number]) => ({ name, which, cause, undo });

  async function redeployed(id: string, connectionId: string, routes: object[]): Promise<void> {
    const { name, path } = (await admin().get(`/proxies/${id}`)).body as Record<string, string>;
    await ok(admin().put(`/proxies/${id}`, sampleProxy(connectionId, { name, path, routes })));
    await ok(stage.manage('POST', `/proxies/${id}/deploy`, {}));
  }

  describe('an exchange that is open when', () => {
    it.each(CAUSES.map(asCase))('$name: $which are cut within a second', async ({ name, which, cause, undo }) => {
      const inAMinute = new Date(stage.app.clock.now().getTime() + 60_000).toISOString();
      const at = await scene({ expiresAt: name === 'its token expires' ? inAMinute : null });
      const open = await opened(at);
      await cause(at);
      const answeredAt = performance.now();
      for (const stream of [open.webSocket, open.events])
        expect((await stream.ended()) - answeredAt).toBeLessThan(WITHIN_MS + SLACK_MS);
      expect(open.events.isWhole).toBe(false);
      if (which === 'all') {
        expect((await open.download.ended()) - answeredAt).toBeLessThan(WITHIN_MS + SLACK_MS);
        expect(open.download.isWhole).toBe(false);
        expect((await open.silent).received).toMatch(/^HTTP\/1\.1 40[134] /);
      } else {
        await delay(WITHIN_MS);
        for (const each of finish) each();
        await open.download.whole();
        expect((await open.silent).received).toMatch(/^HTTP\/1\.1 200 /);
      }
      await close(open);
      await undo?.(at);
    });

    it('its application is deleted: all are cut within a second', async () => {
      const at = await scene();
      const application = await registerApplication(at.owner.session);
      const open = await opened({ ...at, token: await fetchToken(stage.app, application) });
      await ok(at.owner.session.delete(`/applications/${application.id}`));
      const answeredAt = performance.now();
      for (const each of [open.webSocket, open.events, open.download])
        expect((await each.ended()) - answeredAt).toBeLessThan(WITHIN_MS + SLACK_MS);
      await close(open);
    });

    it('nothing ends its credential lives on', async () => {
      const at = await scene();
      const open = await opened(at);
      await ok(at.owner.session.post(`/tokens/${at.tokenId}/rotate`, { graceSeconds: 600 }));
      await redeployed(at.proxy.id, at.connectionId, [{ ...ROUTES[0], scopes: ['orders:write'] }]);
      await delay(2 * WITHIN_MS);
      expect([open.webSocket, open.events, open.download].map(({ endedAt }) => endedAt)).toEqual([null, null, null]);
      await close(open);
    });

    it('the database does not answer lives on, and is cut once it does', async () => {
      const at = await scene();
      const open = await opened(at);
      const elsewhere = await signInAsAdmin(other);
      const read = jest
        .spyOn(stage.app.app.get(ChangeClock, { strict: false }), 'upToDate')
        .mockImplementation(() => Promise.reject(databaseUnavailable()));
      await ok(elsewhere.delete(`/admin/tokens/${at.tokenId}`));
      await delay(WITHIN_MS + SLACK_MS);
      expect([open.webSocket, open.events, open.download].map(({ endedAt }) => endedAt)).toEqual([null, null, null]);
      read.mockRestore();
      for (const each of [open.webSocket, open.events, open.download]) await each.ended();
      await close(open);
    });

    it('the database does not answer for too long is cut if it is a stream', async () => {
      const at = await scene();
      const open = await opened(at);
      const exchanges = stage.app.app.get(OpenExchanges, { strict: false });
      exchanges.longestUnknownMs = WITHIN_MS;
      const read = jest
        .spyOn(stage.app.app.get(ChangeClock, { strict: false }), 'upToDate')
        .mockImplementation(() => Promise.reject(databaseUnavailable()));
      for (const each of [open.webSocket, open.events]) await each.ended();
      expect(open.download.endedAt).toBeNull();
      read.mockRestore();
      exchanges.longestUnknownMs = 5_000;
      await close(open);
    });

    it('its caller goes away is forgotten', async () => {
      const at = await scene();
      const open = await opened(at);
      await close(open);
      const check = jest.spyOn(stage.app.app.get(ChangeClock, { strict: false }), 'upToDate');
      await delay(WITHIN_MS);
      check.mockClear();
      await delay(WITHIN_MS);
      expect(check).not.toHaveBeenCalled();
      check.mockRestore();
    });

    it('its token is revoked on another instance is cut within a second', async () => {
      const at = await scene();
      await delay(WITHIN_MS + SLACK_MS); // until the other instance serves it
      const open = await opened(at, other);
      await ok(admin().delete(`/admin/tokens/${at.tokenId}`));
      const answeredAt = performance.now();
      for (const each of [open.webSocket, open.events, open.download])
        expect((await each.ended()) - answeredAt).toBeLessThan(WITHIN_MS + SLACK_MS);
      await close(open);
    });

    it('its proxy is undeployed on another instance is cut within a second', async () => {
      const at = await scene();
      await delay(WITHIN_MS + SLACK_MS);
      const open = await opened(at, other);
      await ok(admin().post(`/proxies/${at.proxy.id}/undeploy`));
      const answeredAt = performance.now();
      for (const each of [open.webSocket, open.events, open.download])
        expect((await each.ended()) - answeredAt).toBeLessThan(WITHIN_MS + SLACK_MS);
      await close(open);
    });
  });
});
