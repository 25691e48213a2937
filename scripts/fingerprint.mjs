// Tells whether generated files are still up to date. It compares the contents of the sources, not their times, so that a deleted
// file, a checkout or a restored backup count too.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @param {readonly string[]} roots files and folders
 * @param {(path: string) => boolean} [wanted]
 * @returns {string} a hash of their paths and contents
 */
export function fingerprint(roots, wanted = () => true) {
  const hash = createHash('sha256');
  for (const path of roots.flatMap(filesBelow).filter(wanted).sort()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} stamp the file that remembers a fingerprint
 * @returns {string | null}
 */
export function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * @param {string} stamp
 * @param {string} value
 */
export function writeStamp(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
