import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { types } from 'node:util';
import { Logger } from '@nestjs/common';
import { SettingsError } from './settings-error.js';

export const DEPLOYMENT_KEY = 'deployment.key';
export const TLS_KEY = 'tls.key';
export const TLS_CERTIFICATE = 'tls.crt';
export const PUBLIC_URL = 'public-url';
export const EMBEDDED_DATABASE = 'gatehouse.db';

/** What SQLite keeps beside a database. */
const DATABASE_SUFFIXES = ['', '-wal', '-shm', '-journal'];
const KEYS = [DEPLOYMENT_KEY, TLS_KEY];
const OWN_FILES = [
  ...[...KEYS, TLS_CERTIFICATE, PUBLIC_URL],
  ...DATABASE_SUFFIXES.map((suffix) => EMBEDDED_DATABASE + suffix),
];
/** A draft stays when the service ends while it writes. */
const DRAFT = /^\.(.+)\.\d+\.draft$/;
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const OTHERS = 0o077;
/** What chmod answers for something that has gone or is another user's, and on file systems without modes or without a right to change them. */
const UNCHANGEABLE = ['ENOENT', 'EPERM', 'EACCES', 'EROFS', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];
/** What link answers on file systems without hard links, as many network drives are. */
const LINKLESS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'];
const warned = new Set<string>();
const logger = new Logger('Config');

/**
 * The folder for files that the service makes for itself: the embedded database, keys, the certificate. Only its owner has
 * access.
 */
export class DataFolder {
  constructor(private readonly path: string) {}

  /**
   * Makes the folder, and takes the access of others to it and to its files away. A folder that is writable but not ours, as
   * volumes of Kubernetes are, is used with a warning as long as the files in it can be private. Its files are looked at each
   * time: Kubernetes gives the group access to them whenever it mounts a volume with an fsGroup.
   */
  prepare(): void {
    this.#make();
    const isClosed = closeToOthers(this.path, FOLDER_MODE);
    const open = this.#ownFiles().filter((name) => !this.#close(name));
    if (isClosed) return;
    if (!this.#keepsFilesPrivate()) {
      throw refused(
        `names ${JSON.stringify(this.path)}, where others can read every file whatever its mode`,
        `a folder that keeps files to their owner; for CIFS, mount it with uid=${uid()},file_mode=0600,dir_mode=0700`,
      );
    }
    const readable = open.find((name) => KEYS.includes(contentOf(name)));
    if (readable !== undefined) {
      throw refused(
        `names ${JSON.stringify(this.path)}, where others can read ${readable}, and user ${uid()} may not change that`,
        `a folder whose keys are for user ${uid()} alone: change their owner, and \`chmod 600\` them`,
      );
    }
    const files = open.length === 0 ? 'its files are private' : `all but ${open.join(', ')} are private`;
    warnOnce(
      `others have access to the folder ${this.path}, and user ${uid()} may not change that; ${files}. ` +
        'Who can write to the folder can replace them: keep it to this service.',
    );
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
      if (isSystemError(error, ...LINKLESS)) return this.#copyOnce(name, draft);
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

  /** Without hard links, the file exists for a moment before its content does. */
  #copyOnce(name: string, draft: string): string {
    try {
      copyFileSync(draft, this.file(name), constants.COPYFILE_EXCL);
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error;
    }
    return readFileSync(this.file(name), 'utf8');
  }

  #make(): void {
    try {
      mkdirSync(this.path, { recursive: true, mode: FOLDER_MODE });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw refused(`names ${JSON.stringify(this.path)}, which can't be made: ${error.message}`, writableFolder());
    }
  }

  #ownFiles(): string[] {
    try {
      return readdirSync(this.path).filter((name) => OWN_FILES.includes(contentOf(name)));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw refused(`names ${JSON.stringify(this.path)}, which can't be listed: ${error.message}`, writableFolder());
    }
  }

  /** A link is only looked at: who can make one here must not choose what is changed elsewhere. */
  #close(name: string): boolean {
    const path = this.file(name);
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    return isLink ? isClosed(path) : closeToOthers(path, FILE_MODE);
  }

  /** Finds out by a file: modes can be ignored by the file system, and a chmod without an effect reports success. */
  #keepsFilesPrivate(): boolean {
    const probe = `.probe.${process.pid}`;
    try {
      writeFileSync(this.file(probe), '', { mode: FILE_MODE });
      return closeToOthers(this.file(probe), FILE_MODE);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw refused(
        `names ${JSON.stringify(this.path)}, which can't be written to: ${error.message}`,
        writableFolder(),
      );
    } finally {
      this.remove(probe);
    }
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

/** Takes the access of others to a database away, as far as possible. Answers the files that others still can read. */
export function closeDatabaseToOthers(file: string): string[] {
  return DATABASE_SUFFIXES.map((suffix) => file + suffix).filter((each) => !closeToOthers(each, FILE_MODE));
}

/** Takes the access of others away from something, if that is possible. Answers whether others have none now. */
function closeToOthers(path: string, mode: number): boolean {
  if (isClosed(path)) return true;
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!isSystemError(error, ...UNCHANGEABLE)) throw error;
  }
  return isClosed(path);
}

function isClosed(path: string): boolean {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & OTHERS) === 0;
}

/** The file that a draft is for; another file is its own. */
function contentOf(name: string): string {
  return DRAFT.exec(name)?.[1] ?? name;
}

function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  logger.warn(message);
}

function refused(reason: string, wants: string): SettingsError {
  return new SettingsError([{ setting: 'GATEHOUSE_DATA_DIR', reason, wants }]);
}

function writableFolder(): string {
  return `a folder that user ${uid()} may write to: change its owner, or its group (fsGroup in Kubernetes)`;
}

function uid(): string {
  return String(process.getuid?.() ?? '');
}

export function isSystemError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  if (!types.isNativeError(error) || !('code' in error)) return false;
  return codes.length === 0 || codes.includes(String(error.code));
}
