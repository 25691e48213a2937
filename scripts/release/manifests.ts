// The places of the version: the manifests of the service and of the console, and the lock file for both. docs/openapi.json names
// the version too, and is generated from the first manifest.

export const MANIFESTS = ['package.json', 'console/package.json'] as const;
export const LOCK_FILE = 'package-lock.json';
/** The folders of MANIFESTS, as the lock file names them. */
const PACKAGES = ['', 'console'] as const;

interface Versioned {
  version?: string;
}

export function versionOf(manifest: string): string {
  return String((JSON.parse(manifest) as Versioned).version);
}

export function manifestAt(version: string, manifest: string): string {
  return written({ ...(JSON.parse(manifest) as Versioned), version });
}

export function lockFileAt(version: string, lockFile: string): string {
  const lock = JSON.parse(lockFile) as Versioned & { packages: Record<string, Versioned> };
  for (const name of PACKAGES) {
    const entry = lock.packages[name];
    if (entry === undefined) throw new Error(`${LOCK_FILE} does not know the package "${name}"`);
    entry.version = version;
  }
  return written({ ...lock, version });
}

/** The file as npm writes it. An existing key keeps its place. */
function written(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
