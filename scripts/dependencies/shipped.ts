import { findPackage, installedPaths, type LockedPackage, type LockedPackages } from './lock-file.js';

const CONSOLE = 'console';

/**
 * The paths of the packages that we ship: those that `npm prune --omit=dev` leaves for the service, and those that are bundled
 * into the console's files. The latter are development dependencies, because nothing installs them where Gatehouse runs.
 */
export function shippedPaths(packages: LockedPackages, consoleImports: ReadonlySet<string>): Set<string> {
  const shipped = new Set(installedPaths(packages).filter((path) => packages[path]?.dev !== true));
  const waiting = [...consoleImports].map((name) => {
    const path = findPackage(packages, CONSOLE, name);
    if (path === null) throw new Error(`the console imports ${name}, which is not in package-lock.json`);
    return path;
  });
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (shipped.has(path)) continue;
    shipped.add(path);
    waiting.push(...neededBy(packages, path));
  }
  return shipped;
}

function neededBy(packages: LockedPackages, path: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies }: LockedPackage = packages[path] ?? {};
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  // an optional package that is missing is not shipped
  return names.map((name) => findPackage(packages, path, name)).filter((found) => found !== null);
}
