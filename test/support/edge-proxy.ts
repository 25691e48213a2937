import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { Clock } from '../../src/shared/clock/clock.js';
import { acceptsConnections } from './accepts-connections.js';
import { freePorts } from './free-ports.js';

/** Of a proxy that can't log to its standard error, in its folder. */
export const ERROR_LOG = 'error.log';

const READY_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 30_000;
const DAY = 24 * 60 * 60 * 1000;

/** What a reverse proxy of the recipes stands between. */
export interface EdgeSurroundings {
  readonly gatehousePort: number;
  /** The certificate by which it knows Gatehouse. */
  readonly gatehouseCertificate: string;
  readonly apiPort: number;
  /** Client id and secret of an application that may introspect. */
  readonly client: { readonly id: string; readonly secret: string };
}

/** A place for one reverse proxy: its folder, its port and its certificate. */
export interface EdgePlace extends EdgeSurroundings {
  readonly folder: string;
  readonly port: number;
  readonly otherPort: number;
  readonly certFile: string;
  readonly keyFile: string;
  /** Writes a file below the folder and answers its path. */
  write(name: string, content: string): string;
}

export interface EdgeCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export interface EdgeProxy {
  readonly port: number;
  readonly certificate: string;
  readonly certificateFile: string;
  /** What it has said so far, logs included. */
  output(): string;
  stop(): Promise<void>;
}

/** A reverse proxy as a process of its own, with a folder and a certificate that nobody else has. */
export async function startEdge(
  surroundings: EdgeSurroundings,
  command: (place: EdgePlace) => EdgeCommand,
): Promise<EdgeProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-edge-'));
  const [port = 0, otherPort = 0] = await freePorts(2);
  const { cert, key } = await makeCertificate();
  const write = (name: string, content: string) => {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  const [certFile, keyFile] = [write('edge.crt', cert), write('edge.key', key)];
  const { program, args, environment } = command({
    ...surroundings,
    folder,
    port,
    otherPort,
    certFile,
    keyFile,
    write,
  });
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const logFile = join(folder, ERROR_LOG);
  const output = () => said + (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  const stop = async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(child, port);
  } catch (error) {
    const why = output();
    await stop();
    throw new Error(`${program} did not start:\n${why}`, { cause: error });
  }
  return { port, certificate: cert, certificateFile: certFile, output, stop };
}

async function makeCertificate(): Promise<{ cert: string; key: string }> {
  const now = new Clock().now().getTime();
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + DAY),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { cert: made.cert, key: made.private };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  const failed = once(child, 'error').then(([error]) => {
    throw error as Error;
  });
  const accepted = (async () => {
    const end = performance.now() + READY_WITHIN_MS;
    while (!(await acceptsConnections(port))) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
      if (performance.now() > end) throw new Error('it does not listen');
      await sleep(50);
    }
  })();
  await Promise.race([accepted, failed]);
}

/** SIGTERM, as their service units send it; a proxy that waits for its last connection is not waited for. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const late = sleep(STOPS_WITHIN_MS, 'late', { ref: false });
  if ((await Promise.race([exit, late])) === 'late') {
    child.kill('SIGKILL');
    await exit;
  }
}
