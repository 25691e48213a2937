import { describe, expect, it } from '@jest/globals';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { forEachDialect, itOnMysql } from '../../support/dialects.js';
import { StoppableProxy } from '../../support/stoppable-proxy.js';
import { startTestApp } from '../../support/test-app.js';
import { createMigratedLocation, discard } from '../../support/test-databases.js';

describe('the health calls', () => {
  forEachDialect((dialect) => {
    it('answer ok on both transports, with no detail', async () => {
      const service = await startTestApp(dialect);
      for (const url of [service.url, service.plainUrl]) {
        for (const path of ['/health/live', '/health/ready']) {
          const response = await service.fetch(url + path);
          expect([response.status, await response.text()]).toEqual([200, '{"status":"ok"}']);
          expect(response.headers.get('cache-control')).toBe('no-store');
        }
      }
      await service.stop();
    });
  });

  itOnMysql('[56] say "not ready" within 2 seconds while the database is frozen, stay alive, and heal', async () => {
    const location = await createMigratedLocation('mysql');
    if (location.kind !== 'mysql') throw new Error('not MySQL');
    const url = new URL(location.url.reveal());
    const proxy = await StoppableProxy.to(Number(url.port), url.hostname);
    url.port = String(proxy.port);
    const service = await startTestApp('mysql', {
      settings: { database: { kind: 'mysql', url: new Secret(url.href) } },
    });
    const ready = async (): Promise<number> => (await service.fetch('/health/ready')).status;
    expect(await ready()).toBe(200);

    proxy.stop();
    const began = performance.now();
    const answers = await Promise.all([ready(), ready(), ready()]);
    expect(answers).toEqual([503, 503, 503]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect((await service.fetch('/health/live')).status).toBe(200);

    proxy.go();
    const deadline = performance.now() + 10_000;
    while ((await ready()) !== 200 && performance.now() < deadline);
    expect(await ready()).toBe(200);
    await service.stop();
    await proxy.close();
    await discard(location);
  });
});
