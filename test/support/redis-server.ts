import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freePorts } from './free-ports.js';

const READY_WITHIN_MS = 60_000;

export interface RedisServer {
  readonly url: string;
  /** It answers nothing any more, but keeps its connections. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** In CI a missing Redis is a failure; elsewhere the tests that need it are left out, and the run says so. */
export function redisIsInstalled(): boolean {
  if (spawnSync('redis-server', ['--version']).status === 0) return true;
  if (process.env['CI'] === 'true') throw new Error('CI tests limits shared through Redis: install redis-server');
  process.stderr.write('The tests with Redis are SKIPPED: no redis-server on this machine.\n');
  return false;
}

/** A throw-away server that keeps nothing, on a free port or again on the one it had. */
export async function startRedis(port?: number): Promise<RedisServer & { readonly port: number }> {
  const [free = 0] = await freePorts(1);
  const used = port ?? free;
  const server = spawn(
    'redis-server',
    ['--port', String(used), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  await listening(server, used);
  return {
    port: used,
    url: `redis://127.0.0.1:${used}`,
    freeze: () => server.kill('SIGSTOP'),
    thaw: () => server.kill('SIGCONT'),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function listening(server: ChildProcess, port: number): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 50) {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    if (await answers(port)) return;
    await delay(50);
  }
  throw new Error('redis-server did not get ready');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const finish = (result: boolean) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', finish(true)).once('error', finish(false));
  });
}
