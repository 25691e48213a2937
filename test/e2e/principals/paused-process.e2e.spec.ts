import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, fetch } from 'undici';
import { type ApiClient, createToken, signInAsAdmin } from '../../support/api-client.js';
import { forEachDialect } from '../../support/dialects.js';
import { environmentOf } from '../../support/operator-command.js';
import { type StartedService, startService } from '../../support/started-service.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { TEST_KEY } from '../../support/test-settings.js';

const BOUND_MS = 300;

forEachDialect((dialect) => {
  describe('[87] a process that was paused', () => {
    let app: TestApp;
    let admin: ApiClient;
    // the certificate is self-signed, and this is a loopback connection
    const agent = new Agent({ connect: { rejectUnauthorized: false } });

    beforeAll(async () => {
      app = await startTestApp(dialect);
      admin = await signInAsAdmin(app);
    });
    afterAll(async () => {
      await agent.destroy();
      await app.stop();
    });

    const verified = async ({ port }: StartedService, token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`https://localhost:${port}/verify`, { headers, dispatcher: agent })).status;
    };

    it.each([
      ['exact', 'exact'],
      ['within a bound', String(BOUND_MS)],
    ])('serves nothing old when it wakes: %s', async (_, freshness) => {
      const { database, dataDir, publicUrl } = app.settings;
      const service = await startService({
        ...environmentOf(database, dataDir),
        GATEHOUSE_SECRET_KEYS: TEST_KEY,
        GATEHOUSE_PUBLIC_URL: publicUrl,
        GATEHOUSE_FRESHNESS: freshness,
      });
      try {
        const { id, token } = await createToken(admin);
        for (let i = 0; i < 3; i++) expect(await verified(service, token)).toBe(200);
        process.kill(service.pid, 'SIGSTOP');
        expect((await admin.delete(`/tokens/${id}`)).status).toBe(204);
        await delay(BOUND_MS);
        const asked = Array.from({ length: 5 }, () => verified(service, token));
        await delay(100);
        process.kill(service.pid, 'SIGCONT');
        expect(await Promise.all(asked)).toEqual(Array(5).fill(401));
      } finally {
        process.kill(service.pid, 'SIGCONT');
        await service.stop();
      }
    });
  });
});
