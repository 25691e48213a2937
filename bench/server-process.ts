import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Core, onCore } from './cores.js';
import type { RunningServer } from './target.types.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The V8 options of `npm start`, the same for all servers. */
const V8_OPTIONS =
  /"start": .*/.exec(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))?.[0].match(/--\S+/g) ?? [];
/** `PROFILE=folder`: each server leaves a CPU profile there when it ends. Profiled figures are lower; compare the shares. */
const PROFILE = process.env['PROFILE'] === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${process.env['PROFILE']}`];
const START_MILLISECONDS = 120_000;

/**
 * Runs a script as a server on its core. The script reports `{ port, … }` over the process channel when it listens.
 *
 * @param script from the root of the project: TypeScript below bench, or a built file
 */
export async function startServer(
  script: string,
  environment: Readonly<Record<string, string>>,
  core: Core = 'server',
): Promise<RunningServer & { readonly report: unknown }> {
  const { command, args } = onCore(core, process.execPath, [
    ...V8_OPTIONS,
    ...PROFILE,
    '--import',
    './scripts/typescript.mjs',
    script,
  ]);
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(() => {
    throw new Error(`${script} ended before it listened`);
  });
  const [message] = (await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(START_MILLISECONDS) }),
    died,
  ])) as [{ port: number }];
  died.catch(() => undefined);
  return {
    report: message,
    port: message.port,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** One process for all targets that ask for it. */
export function shared<S extends RunningServer>(start: () => Promise<S>): () => Promise<S> {
  let server: Promise<S> | undefined;
  return () => (server ??= start());
}
