import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** The folder of what the service makes for itself: the embedded database, keys, the certificate. Only its owner may look. */
export class DataFolder {
  constructor(private readonly path: string) {}

  /** Makes the folder, or takes the rights of others away from one that is ours already. */
  prepare(): void {
    mkdirSync(this.path, { recursive: true, mode: FOLDER_MODE });
    if ((statSync(this.path).mode & 0o077) !== 0) chmodSync(this.path, FOLDER_MODE);
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** The content of a file, or null when there is none. */
  read(name: string): string | null {
    try {
      return readFileSync(this.file(name), 'utf8');
    } catch (error) {
      if (isSystemError(error, 'ENOENT')) return null;
      throw error;
    }
  }

  /**
   * Writes a file that must never be half there nor be replaced, and answers what is there in the end: of two
   * processes that start at once, one wins and both use its file.
   */
  writeOnce(name: string, content: string): string {
    const draft = this.#draft(name, content);
    try {
      linkSync(draft, this.file(name));
      return content;
    } catch (error) {
      const present = isSystemError(error, 'EEXIST') ? this.read(name) : null;
      if (present === null) throw error;
      return present;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Puts a file in the place of another, at once and as a whole. Two who do so must take turns. */
  replace(name: string, content: string): void {
    renameSync(this.#draft(name, content), this.file(name));
  }

  #draft(name: string, content: string): string {
    const draft = this.file(`.${name}.${process.pid}.draft`);
    writeFileSync(draft, content, { mode: FILE_MODE, flush: true });
    return draft;
  }

  remove(name: string): void {
    rmSync(this.file(name), { force: true });
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return types.isNativeError(error) && 'code' in error && error.code === code;
}
