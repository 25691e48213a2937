import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Agent, fetch as undiciFetch, type RequestInit, type Response } from 'undici';
import { selfSignedCertificate, type CertificatePair } from '../../src/platform/config/self-signed-certificate.js';
import type { Settings, SettingValues } from '../../src/platform/config/settings.js';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { createApp } from '../../src/app/create-app.js';
import { listen } from '../../src/platform/http/server/listen.js';
import { Clock } from '../../src/shared/clock/clock.js';
import type { Randomness } from '../../src/shared/crypto/randomness.js';
import { FixedClock } from './fixed-clock.js';
import { freePorts } from './free-ports.js';
import { testSettings } from './test-settings.js';
import { createMigratedLocation, discard } from './test-databases.js';

export interface TestAppOptions {
  readonly settings?: Partial<SettingValues>;
  readonly clock?: FixedClock;
  readonly randomness?: Randomness;
  /** What a proxy in front would add to every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Routes and providers that only this test needs. */
  readonly modules?: readonly DynamicModule[];
}

export interface TestApp {
  /** Where the service is; no trailing slash. */
  readonly url: string;
  /** The plain port that refuses everything. */
  readonly plainUrl: string;
  readonly settings: Settings;
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  /** Every line logged so far, as the service wrote it. */
  readonly logLines: readonly string[];
  /** The certificate of the service, for clients that are not fetch. */
  readonly certificate: string;
  /** fetch that trusts the service's certificate; a path is taken on `url`. Redirects are not followed. */
  fetch(pathOrUrl: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Made once for all the apps of a test file: making one for each would be most of their start. */
let certificate: Promise<CertificatePair & { dir: string }> | undefined;

/** The whole service on real HTTPS ports and a fresh, migrated database. */
export async function startTestApp(dialect: Dialect, options: TestAppOptions = {}): Promise<TestApp> {
  const clock = options.clock ?? new FixedClock();
  const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
  const database = await createMigratedLocation(dialect);
  const { dir, cert } = await (certificate ??= makeCertificate());
  const logLines: string[] = [];
  const [port = 0, httpPort = 0] = await freePorts(2);
  const settings = testSettings({
    dataDir,
    database,
    port,
    httpPort,
    tls: { mode: 'on', certFile: join(dir, 'tls.crt'), keyFile: join(dir, 'tls.key') },
    ...options.settings,
  });
  const app = await createApp(settings, {
    clock,
    ...(options.randomness && { randomness: options.randomness }),
    logStream: { write: (line) => logLines.push(line) },
    modules: options.modules ?? [],
  });
  await listen(app);
  const agent = new Agent({ connect: { ca: cert } });
  const url = `${settings.tls.mode === 'on' ? 'https' : 'http'}://localhost:${port}`;
  return {
    url,
    plainUrl: `http://localhost:${httpPort}`,
    settings,
    app,
    clock,
    logLines,
    certificate: cert,
    fetch: (pathOrUrl, init = {}) =>
      undiciFetch(pathOrUrl.startsWith('/') ? url + pathOrUrl : pathOrUrl, {
        redirect: 'manual',
        dispatcher: agent,
        ...init,
        ...(options.headers && { headers: { ...options.headers, ...(init.headers as Record<string, string>) } }),
      }),
    stop: async () => {
      await agent.destroy();
      await app.close();
      await discard(database);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function makeCertificate(): Promise<CertificatePair & { dir: string }> {
  const dir = await mkdtemp(join(tmpdir(), 'gatehouse-tls-'));
  process.once('exit', () => {
    void rm(dir, { recursive: true, force: true });
  });
  const settings = testSettings({ dataDir: dir, database: { kind: 'sqlite', file: '' } });
  Logger.overrideLogger(false);
  return { dir, ...(await selfSignedCertificate(settings, new Clock())) };
}
