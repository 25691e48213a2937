import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/**
 * The folder for files that the service makes for itself: the embedded database, keys, the certificate. Only its owner has
 * access.
 */
export class DataFolder {
  constructor(private readonly path: string) {}

  /** Makes the folder. If the folder is already ours, takes the access rights of others away. */
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
   * Writes a file that must never be incomplete and never be replaced; answers the final content. Of two processes that start at
   * once, one wins, and both use its file.
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

  /** Replaces a file, at once and as a whole. Two callers must take turns. */
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
