import { describe } from '@jest/globals';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** Where Debian keeps servers, which is not on everybody's path. */
const MORE_FOLDERS = ['/usr/sbin', '/sbin'];

/**
 * The path of a program that some tests need, by its name or by its own path, if it and the files that it needs are there. In CI
 * a missing one is a failure; elsewhere its tests are left out, and the run says so.
 */
export function installedProgram(name: string, packages: string, needs: readonly string[] = []): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...MORE_FOLDERS];
  const found = folders.map((folder) => resolve(folder, name)).find(isExecutable);
  if (found !== undefined && needs.every((file) => existsSync(file))) return found;
  if (process.env['CI'] === 'true') throw new Error(`CI tests with ${name}: install ${packages}`);
  process.stderr.write(`
================================================================================
  The tests with ${name} are SKIPPED: it is not on this machine
  (Debian: apt-get install --no-install-recommends ${packages}).
================================================================================
`);
  return null;
}

/** A `describe` of what needs this program: left out where it is not, which `installedProgram` has said, and never in CI. */
export function describeWith(program: string | null, name: string, tests: (program: string) => void): void {
  if (program === null) describe.skip(name, () => undefined);
  else
    describe(name, () => {
      tests(program);
    });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
