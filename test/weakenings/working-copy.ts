import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const INSTALLED = ['node_modules', 'console/node_modules'];

/**
 * The tree as it stands, uncommitted changes included, in a folder of its own: whatever happens to the run, the sources
 * here were never touched. What npm has installed is linked.
 */
export class WorkingCopy {
  readonly path = mkdtempSync(join(tmpdir(), 'gatehouse-weakenings-'));

  constructor() {
    for (const file of ownFiles()) {
      mkdirSync(dirname(join(this.path, file)), { recursive: true });
      copyFileSync(join(ROOT, file), join(this.path, file));
    }
    for (const folder of INSTALLED)
      if (existsSync(join(ROOT, folder))) symlinkSync(join(ROOT, folder), join(this.path, folder));
  }

  /** Changes a source while `work` goes on, and puts it back. */
  async changed<T>(file: string, change: (source: string) => string, work: () => Promise<T>): Promise<T> {
    const path = join(this.path, 'src', file);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, change(source));
    try {
      return await work();
    } finally {
      writeFileSync(path, source);
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** What git knows of or would add; a file that is deleted and not yet committed is left out. */
function ownFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\0').filter((file) => file !== '' && existsSync(join(ROOT, file)));
}
