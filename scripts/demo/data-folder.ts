import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the folder anew, unless a demo that still runs has it: removing it would take that one's database away. */
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
    // a process of somebody else is one that runs
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
