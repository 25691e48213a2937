import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Public } from '../../../src/shared/authz/access.js';
import { freePorts } from '../../support/free-ports.js';
import { startTestApp } from '../../support/test-app.js';
import { fixture } from './http-fixture.js';

@Public()
@Controller('slow')
class SlowController {
  @Get()
  async slow(): Promise<unknown> {
    await delay(300);
    return { done: true };
  }
}

@Module({})
class SlowModule {}

describe('the metrics', () => {
  it('count answers by route template on their own port, and hold nothing that a caller made up', async () => {
    const [metricsPort = 0] = await freePorts(1);
    const service = await startTestApp('sqlite', { modules: [fixture()], settings: { metricsPort } });
    await service.fetch('/api/v1/fixture/fail/made-up-by-a-caller');
    await service.fetch('/nowhere-made-up-by-a-caller');
    await delay(20);
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toContain('duration_seconds_count{method="GET",route="/api/v1/fixture/fail/:how",status="500"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('made-up');
    expect((await fetch(`http://127.0.0.1:${metricsPort}/other`)).status).toBe(404);
    await service.stop();
  });

  it('[68] are closed unless a port is set, and never on the port of the service', async () => {
    const service = await startTestApp('sqlite');
    expect((await service.fetch('/metrics')).status).toBe(404);
    await service.stop();
  });

  it('[68] the documents can be closed', async () => {
    const service = await startTestApp('sqlite', { settings: { docs: false } });
    for (const path of ['/docs', '/docs/openapi.json']) expect((await service.fetch(path)).status).toBe(404);
    await service.stop();
  });

  it('[27] the server metadata names the documents only where they are', async () => {
    const documentsOf = async (docs: boolean) => {
      const service = await startTestApp('sqlite', { settings: { docs } });
      const metadata = await (await service.fetch('/.well-known/oauth-authorization-server')).json();
      const documents = (metadata as { service_documentation?: string }).service_documentation;
      const status = documents === undefined ? null : (await service.fetch(documents)).status;
      await service.stop();
      return { documents, status, issuer: service.settings.publicUrl };
    };
    const open = await documentsOf(true);
    expect(open).toEqual({ issuer: open.issuer, documents: `${open.issuer}/docs`, status: 200 });
    expect(await documentsOf(false)).toMatchObject({ documents: undefined, status: null });
  });
});

describe('a shutdown', () => {
  it('lets what is being answered finish, then closes every port', async () => {
    const service = await startTestApp('sqlite', { modules: [{ module: SlowModule, controllers: [SlowController] }] });
    await service.fetch('/health/live');
    const running = Promise.all([
      service.fetch('/api/v1/slow'),
      service.fetch('/api/v1/slow'),
      service.fetch('/api/v1/slow'),
    ]);
    await delay(100);
    const stopped = service.app.close();
    const answers = await running;
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await stopped;
    await expect(service.fetch('/health/live')).rejects.toThrow();
    await expect(service.fetch(`${service.plainUrl}/health/live`)).rejects.toThrow();
    await service.stop();
  });

  it('fails no request of a busy client, and does not wait for its connection', async () => {
    const service = await startTestApp('sqlite');
    const answers: (number | string)[] = [];
    const client = async (): Promise<void> => {
      for (;;) {
        const answer = await service.fetch('/health/live').then(
          ({ status }) => status,
          (error: unknown) => (error as { cause?: { code?: string } }).cause?.code ?? 'failed',
        );
        answers.push(answer);
        if (answer !== 200) return;
      }
    };
    const clients = Promise.all([client(), client(), client(), client()]);
    while (answers.length < 40) await delay(5);
    const began = performance.now();
    await service.app.close();
    expect(performance.now() - began).toBeLessThan(3_000);
    await clients;
    // After the last 200 the port is closed: that is all a client may see.
    expect(new Set(answers)).toEqual(new Set([200, 'ECONNREFUSED']));
    await service.stop();
  });
});
