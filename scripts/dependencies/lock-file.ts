// package-lock.json: every installed package, for this platform or another, by its path.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  /** A development dependency, or one that only those need. */
  readonly dev?: boolean;
  /** A folder of this project. */
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** By path, as in `node_modules/a/node_modules/b`. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

export function readLockFile(root: string): LockedPackages {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: LockedPackages };
  return lock.packages;
}

/** The paths of packages that others wrote, in order. */
export function installedPaths(packages: LockedPackages): string[] {
  const paths = Object.keys(packages).filter((path) => path.includes('node_modules/'));
  return paths.filter((path) => packages[path]?.link !== true).sort();
}

/** The name in a path: `@scope/b` of `node_modules/a/node_modules/@scope/b`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The place where Node finds a package from another one: in the nearest node_modules, from there outwards. */
export function findPackage(packages: LockedPackages, from: string, name: string): string | null {
  const folders = from === '' ? [] : from.split('/');
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const path = [...folders.slice(0, depth), 'node_modules', name].join('/');
    if (path in packages) return path;
  }
  return null;
}
