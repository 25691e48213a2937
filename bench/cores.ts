import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const SERVER_CORE = '0';
const LOAD_CORE = '1';
const canPin = availableParallelism() > 1 && hasTaskset();

/** What is measured has a core of its own; what only makes it work shares the other one. */
export type Core = 'server' | 'load';

/** The command line that runs a program on that core. */
export function onCore(core: Core, command: string, args: readonly string[]): { command: string; args: string[] } {
  if (!canPin) return { command, args: [...args] };
  return { command: 'taskset', args: ['-c', core === 'server' ? SERVER_CORE : LOAD_CORE, command, ...args] };
}

/**
 * Moves this process, which makes the load, away from the servers. It never sleeps (see load.ts), so it takes only the time
 * that its core's other programs leave: a database that has to wait for it to be put aside is measured as a slow one.
 */
export function moveToLoadCore(): void {
  if (canPin) {
    execFileSync('taskset', ['-a', '-c', '-p', LOAD_CORE, String(process.pid)], { stdio: 'ignore' });
    execFileSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)], { stdio: 'ignore' });
  } else console.warn('No taskset or one core only: servers and load share cores, so the ratios are rough.');
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
