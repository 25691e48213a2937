// The licences that dependencies may have. CONTRIBUTING.md says the same under "Licences", and a test compares them.

export const ALLOWED: readonly string[] = ['MIT', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'Apache-2.0'];

/** For a package whose manifest names no licence. */
export const NONE_STATED = 'none stated';

export interface LicenceException {
  readonly licence: string;
  /** Names; a `*` at the end stands for the builds of a package for the different platforms. */
  readonly packages: readonly string[];
  /** Whether the exception also covers shipped packages; otherwise it is for development only. */
  readonly ships: boolean;
  readonly reason: string;
}

export const EXCEPTIONS: readonly LicenceException[] = [
  {
    licence: 'BlueOak-1.0.0',
    packages: ['@isaacs/nonrecursive-glob-match', 'glob', 'lru-cache', 'minimatch', 'minipass', 'path-scurry'],
    ships: true,
    reason: 'permissive; @fastify/static looks for files with glob',
  },
  {
    licence: 'Python-2.0',
    packages: ['argparse'],
    ships: true,
    reason: 'permissive; @nestjs/swagger needs it through js-yaml',
  },
  {
    licence: NONE_STATED,
    packages: ['pause'],
    ships: true,
    reason: 'the readme has the text of MIT; passport needs it',
  },
  {
    licence: 'MPL-2.0',
    packages: ['@axe-core/playwright', 'axe-core', 'lightningcss', 'lightningcss-*'],
    ships: false,
    reason: 'used unchanged, to test and to build the console; nothing of them is in what they make',
  },
  {
    licence: 'BlueOak-1.0.0',
    packages: ['graceful-fs', 'isexe', 'jackspeak', 'package-json-from-dist'],
    ships: false,
    reason: 'permissive; Jest, ESLint and others find files with them',
  },
  {
    licence: 'Unlicense',
    packages: ['get-source', 'printable-characters', 'stacktracey'],
    ships: false,
    reason: 'public domain; Spectral prints stack traces with them',
  },
  {
    licence: 'CC-BY-4.0',
    packages: ['caniuse-lite'],
    ships: false,
    reason: 'data about browsers, not code; Babel reads it through browserslist',
  },
  {
    licence: 'Zlib',
    packages: ['pako'],
    ships: false,
    reason: 'permissive, beside MIT; autocannon packs histograms with it',
  },
];

export function isExcepted({ packages, ships }: LicenceException, name: string, isShipped: boolean): boolean {
  if (isShipped && !ships) return false;
  return packages.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry));
}
