import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const SERVER_CORE = '0';
const LOAD_CORE = '1';
const canPin = availableParallelism() > 1 && hasTaskset();

/** The measured server has a core of its own. Everything that only makes it work shares the other core. */
export type Core = 'server' | 'load';

/** The command line that runs a program on that core. */
export function onCore(core: Core, command: string, args: readonly string[]): { command: string; args: string[] } {
  if (!canPin) return { command, args: [...args] };
  return { command: 'taskset', args: ['-c', core === 'server' ? SERVER_CORE : LOAD_CORE, command, ...args] };
}

/**
 * Moves this process, which makes the load, away from the servers. It never sleeps (see load.ts), so it gets only the time
 * that the other programs on its core leave. A database that waits for this process to be preempted would be measured as a slow
 * one.
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
