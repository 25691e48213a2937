import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleImports } from '../dependencies/console-imports.js';
import { installedPaths, nameOf, readLockFile, type LockedPackage } from '../dependencies/lock-file.js';
import { shippedPaths } from '../dependencies/shipped.js';
import { isSatisfied } from './expression.js';
import { ALLOWED, EXCEPTIONS, isExcepted, NONE_STATED } from './policy.js';

export interface InstalledLicence {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, or NONE_STATED. */
  readonly licence: string;
  readonly ships: boolean;
}

interface Manifest {
  readonly license?: string | { readonly type: string };
  /** The form in manifests before SPDX: any of these licences. */
  readonly licenses?: readonly { readonly type: string }[];
}

/** Every package of the lock file. Packages for other platforms are not installed: the lock file gives their licence. */
export function installedLicences(root: string): InstalledLicence[] {
  const packages = readLockFile(root);
  const shipped = shippedPaths(packages, consoleImports(root));
  return installedPaths(packages).map((path) => {
    const locked: LockedPackage = packages[path] ?? {};
    const licence = statedIn(readManifest(join(root, path, 'package.json')) ?? locked);
    return { name: nameOf(path), version: locked.version ?? '', licence, ships: shipped.has(path) };
  });
}

export function statedIn({ license, licenses = [] }: Manifest): string {
  if (typeof license === 'string') return license;
  if (license !== undefined) return license.type;
  return licenses.length === 0 ? NONE_STATED : licenses.map(({ type }) => type).join(' OR ');
}

/** Accepted by the list or by an exception. */
export function isAccepted({ name, licence, ships }: InstalledLicence): boolean {
  const accepted = (one: string): boolean =>
    ALLOWED.includes(one) ||
    EXCEPTIONS.some((exception) => exception.licence === one && isExcepted(exception, name, ships));
  return licence === NONE_STATED ? accepted(licence) : isSatisfied(licence, accepted);
}

function readManifest(file: string): Manifest | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : null;
}
