import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiCaller } from './api-caller.js';

/** The first start also builds. */
const READY_WITHIN_MS = 300_000;
const START = fileURLToPath(new URL('../start.mjs', import.meta.url));

export interface GatehouseSettings {
  readonly port: number;
  readonly dataDir: string;
  readonly adminPassword: string;
  readonly upstreamNetworks: string;
}

/** Gatehouse as `npm start` runs it, with the settings of the demo only. */
export class GatehouseProcess {
  readonly url: string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<unknown>;
  readonly #child: ChildProcess;

  constructor(private readonly settings: GatehouseSettings) {
    this.url = `https://localhost:${settings.port}`;
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GATEHOUSE_'));
    this.#child = spawn(process.execPath, [START], {
      env: {
        ...Object.fromEntries(inherited),
        GATEHOUSE_PORT: String(settings.port),
        GATEHOUSE_HTTP_PORT: '0',
        GATEHOUSE_DATA_DIR: settings.dataDir,
        GATEHOUSE_ADMIN_PASSWORD: settings.adminPassword,
        GATEHOUSE_UPSTREAM_NETWORKS: settings.upstreamNetworks,
        GATEHOUSE_LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.ended = once(this.#child, 'exit');
  }

  /** Waits until the service answers. Returns a caller that trusts the certificate that the service has made for itself. */
  async ready(): Promise<ApiCaller> {
    const file = join(this.settings.dataDir, 'tls.crt');
    const end = performance.now() + READY_WITHIN_MS;
    for (;;) {
      if (this.#isOver()) throw new Error('Gatehouse ended before it was ready; it has said why above');
      if (performance.now() > end) throw new Error('Gatehouse did not become ready');
      if (existsSync(file)) {
        const api = new ApiCaller(this.url, readFileSync(file, 'utf8'));
        if (await api.isReady()) return api;
      }
      await delay(200);
    }
  }

  async stop(): Promise<void> {
    if (this.#isOver()) return;
    this.#child.kill('SIGTERM');
    await this.ended;
  }

  #isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}
