import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The service as `npm start` runs it: a process of its own, built from the sources, in a fresh folder. */
export interface StartedService {
  readonly pid: number;
  readonly folder: string;
  readonly port: number;
  readonly plainPort: number;
  /** Ends it as an operator would. Resolves to its exit code. */
  stop(): Promise<number | null>;
}

const START = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
const START_MILLISECONDS = 90_000;

export async function startService(environment: Readonly<Record<string, string>> = {}): Promise<StartedService> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  const [port, plainPort] = await freePorts();
  const ports = { GATEHOUSE_PORT: String(port), GATEHOUSE_HTTP_PORT: String(plainPort) };
  const child = spawn(process.execPath, [START], {
    cwd: folder,
    env: { ...withoutJest(process.env), ...ports, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  try {
    await ready(port, () => {
      if (child.exitCode !== null) throw new Error(`the service ended before it was ready:\n${said}`);
    });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    pid: child.pid ?? 0,
    folder,
    port,
    plainPort,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

/** Jest's own Node options (--experimental-vm-modules) are no business of the service. */
function withoutJest(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, ...rest } = environment;
  return { ...rest, NODE_ENV: 'production' };
}

async function ready(port: number, stillAlive: () => void): Promise<void> {
  const end = performance.now() + START_MILLISECONDS;
  while ((await healthStatus(port)) !== 200) {
    stillAlive();
    if (performance.now() > end) throw new Error('the service did not become ready');
    await sleep(100);
  }
}

/** Readiness carries no detail and this is loopback: the self-signed certificate is not what is asked here. */
function healthStatus(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    request({ host: '127.0.0.1', port, path: '/health/ready', rejectUnauthorized: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', () => {
        resolve(undefined);
      })
      .end();
  });
}

async function freePorts(): Promise<[number, number]> {
  const probes = [createServer(), createServer()];
  const ports = await Promise.all(
    probes.map(async (probe) => {
      await once(probe.listen(0, '127.0.0.1'), 'listening');
      const address = probe.address();
      return address !== null && typeof address === 'object' ? address.port : 0;
    }),
  );
  for (const probe of probes) probe.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}
