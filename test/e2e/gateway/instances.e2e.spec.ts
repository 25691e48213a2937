import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { DeployedProxies } from '../../../src/gateway/proxies/deployed-proxies.js';
import { databaseUnavailable } from '../../../src/shared/errors/general.errors.js';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { ApiClient, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect, itOnMysql } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { StoppableProxy } from '../../support/stoppable-proxy.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

/** contract §7: what was answered on one instance holds on the others within a second. */
const WITHIN_MS = 1_000;
/** What this machine may add to it. */
const SLACK_MS = 500;

forEachDialect((dialect) => {
  describe('two instances on one database', () => {
    let stage: GatewayStage;
    let other: TestApp;
    let token: string;

    beforeAll(async () => {
      stage = await GatewayStage.start(dialect);
      const { database, upstreamNetworks, secretKeys } = stage.app.settings;
      other = await startTestApp(dialect, { settings: { database, upstreamNetworks, secretKeys } });
      token = await stage.token();
    });
    afterAll(async () => {
      await other.stop();
      await stage.stop();
    });

    const statusAt = async (app: TestApp, path: string) =>
      (await new ApiClient(app, { authorization: `Bearer ${token}` }).get(path)).status;
    /** How long it takes until the other instance answers so. */
    const seenAfter = async (path: string, status: number) => {
      const startedAt = performance.now();
      while ((await statusAt(other, path)) !== status) {
        if (performance.now() - startedAt > 5_000) throw new Error(`never ${status}`);
        await delay(10);
      }
      return performance.now() - startedAt;
    };

    it('[53] what one deploys or undeploys the other serves or refuses within a second', async () => {
      for (let round = 0; round < 3; round++) {
        const proxy = await stage.deployed();
        expect(await statusAt(stage.app, proxy.path)).toBe(200);
        expect(await seenAfter(proxy.path, 200)).toBeLessThan(WITHIN_MS + SLACK_MS);
        await stage.admin.post(`/proxies/${proxy.id}/undeploy`);
        expect(await statusAt(stage.app, proxy.path)).toBe(404);
        expect(await seenAfter(proxy.path, 404)).toBeLessThan(WITHIN_MS + SLACK_MS);
      }
    });

    it('[53] one that can’t compare what it serves with the database serves nothing', async () => {
      const proxy = await stage.deployed();
      await seenAfter(proxy.path, 200);
      const deployed = other.app.get(DeployedProxies, { strict: false });
      const version = jest.spyOn(deployed, 'version').mockImplementation(() => Promise.reject(databaseUnavailable()));
      await delay(WITHIN_MS + SLACK_MS);
      await stage.admin.post(`/proxies/${proxy.id}/undeploy`);
      stage.upstream.reset();
      expect(await statusAt(other, proxy.path)).toBe(503);
      expect(stage.upstream.received).toEqual([]);
      version.mockRestore();
      await seenAfter(proxy.path, 404);
    });

    it('a site that gets another slug has its proxies there, and there alone', async () => {
      const proxy = await stage.deployed();
      expect((await stage.admin.patch('/admin/site', { slug: 'renamed' })).status).toBe(200);
      await seenAfter(proxy.path.replace('default', 'renamed'), 200);
      expect(await statusAt(other, proxy.path)).toBe(404);
      await stage.admin.patch('/admin/site', { slug: 'default' });
      await seenAfter(proxy.path, 200);
    });
  });
});

describe('[56] with a database that is frozen', () => {
  itOnMysql(
    'the gateway answers 503 in time and passes nothing on, and serves again when the database does',
    async () => {
      const stage = await GatewayStage.start('mysql');
      const { database } = stage.app.settings;
      if (database.kind !== 'mysql') throw new Error('not MySQL');
      const behind = new URL(database.url.reveal());
      const proxy = await StoppableProxy.to(Number(behind.port), behind.hostname);
      behind.port = String(proxy.port);
      const settings = {
        database: { kind: 'mysql', url: new Secret(behind.href) },
        upstreamNetworks: ['127.0.0.0/8'],
      } as const;
      const app = await startTestApp('mysql', { settings });
      const served = await stage.deployed();
      const token = (await createToken(await signInAsAdmin(stage.app))).token;
      const read = () => new ApiClient(app, { authorization: `Bearer ${token}` }).get(served.path);
      while ((await read()).status !== 200) await delay(50);
      stage.upstream.reset();
      proxy.stop();
      await delay(1_500);
      const startedAt = performance.now();
      const answer = await read();
      expect([answer.status, answer.body.code]).toEqual([503, 'database_unavailable']);
      expect(performance.now() - startedAt).toBeLessThan(2_500);
      expect((await new ApiClient(app, {}).get(served.path)).status).toBe(503);
      expect(stage.upstream.received).toEqual([]);
      proxy.go();
      const until = performance.now() + 10_000;
      while ((await read()).status !== 200) if (performance.now() > until) throw new Error('it does not heal');
      await app.stop();
      await proxy.close();
      await stage.stop();
    },
    60_000,
  );
});
