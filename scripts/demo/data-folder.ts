import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes an empty folder, unless a running demo uses it: removing the folder would delete that demo's database. */
export function takeDataFolder(folder: string): void {
  const pidFile = join(folder, 'demo.pid');
  if (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    if (isRunning(pid)) {
      process.stderr.write(`A demo is running already with ${folder}: process ${pid}.\n`);
      process.exit(1);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(pidFile, String(process.pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // a process of another user is a running one
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
