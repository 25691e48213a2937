import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { importsOf } from '../../../scripts/dependencies/console-imports.js';
import { nameOf, type LockedPackages } from '../../../scripts/dependencies/lock-file.js';
import { shippedPaths } from '../../../scripts/dependencies/shipped.js';
import { isSatisfied } from '../../../scripts/licences/expression.js';
import { installedLicences, isAccepted, statedIn } from '../../../scripts/licences/installed-licences.js';
import { ALLOWED, EXCEPTIONS, isExcepted } from '../../../scripts/licences/policy.js';
import { codesOf, tableBelow } from '../docs/documents.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the licences of our dependencies', () => {
  const installed = installedLicences(ROOT);

  it('are all on the list or named as exceptions', () => {
    const outside = installed.filter((one) => !isAccepted(one));
    expect(outside.map(({ name, licence, ships }) => `${name}: ${licence}${ships ? ', shipped' : ''}`)).toEqual([]);
  });

  it('tell what ships from what does not', () => {
    const named = (ships: boolean): string[] => installed.filter((one) => one.ships === ships).map(({ name }) => name);
    expect(named(true)).toEqual(expect.arrayContaining(['fastify', 'typeorm', 'react', '@mantine/core', 'js-yaml']));
    expect(named(false)).toEqual(expect.arrayContaining(['jest', 'vite', 'lightningcss']));
  });

  const needed = EXCEPTIONS.flatMap((exception) => exception.packages.map((name) => ({ exception, name })));
  it.each(needed)('$name still needs its exception for $exception.licence', ({ exception, name }) => {
    const covered = installed.filter(
      (one) =>
        one.licence.includes(exception.licence) &&
        one.ships === exception.ships &&
        isExcepted({ ...exception, packages: [name] }, one.name, one.ships),
    );
    expect(covered).not.toEqual([]);
  });

  it('are those that CONTRIBUTING.md allows', () => {
    const [, section = ''] = readFileSync(`${ROOT}/CONTRIBUTING.md`, 'utf8').split('\n## Licences\n');
    const [, allowed = ''] = /^Allowed: (.+?)\. /ms.exec(section) ?? [];
    expect(codesOf(allowed)).toEqual(ALLOWED);
    expect(
      tableBelow(`## Licences\n${section}`, 'Licences').map(([licence, packages = '', where, reason]) => ({
        licence,
        packages: codesOf(packages),
        ships: where === 'shipped',
        reason,
      })),
    ).toEqual(EXCEPTIONS);
  });
});

describe('an exception', () => {
  const ofDevelopment = { licence: 'MPL-2.0', packages: ['axe-core', 'lightningcss-*'], ships: false, reason: '' };

  it('for development does not cover what is shipped', () => {
    expect(isExcepted(ofDevelopment, 'axe-core', false)).toBe(true);
    expect(isExcepted(ofDevelopment, 'axe-core', true)).toBe(false);
  });

  it('for what is shipped covers development too', () => {
    expect(isExcepted({ ...ofDevelopment, ships: true }, 'axe-core', false)).toBe(true);
  });

  it('covers the packages that it names, and their builds for each platform', () => {
    expect(isExcepted(ofDevelopment, 'lightningcss-linux-x64-gnu', false)).toBe(true);
    expect(isExcepted(ofDevelopment, 'axe-core-other', false)).toBe(false);
  });

  it('is for one licence: the same package under another one is refused', () => {
    const axe = { name: 'axe-core', version: '9.0.0', ships: false };
    expect(isAccepted({ ...axe, licence: 'MPL-2.0' })).toBe(true);
    expect(isAccepted({ ...axe, licence: 'GPL-3.0-only' })).toBe(false);
    expect(isAccepted({ ...axe, licence: 'none stated' })).toBe(false);
  });
});

describe('a licence expression', () => {
  const allowed = (licence: string): boolean => ['MIT', 'ISC'].includes(licence);

  it.each([
    'MIT',
    '(MIT)',
    '(MIT OR GPL-3.0-only)',
    'GPL-3.0-only OR MIT',
    'MIT AND ISC',
    '(GPL-3.0-only OR ISC) AND MIT',
    // AND binds before OR
    'MIT OR GPL-2.0-only AND GPL-3.0-only',
  ])('%s is satisfied', (expression) => {
    expect(isSatisfied(expression, allowed)).toBe(true);
  });

  it.each([
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'GPL-3.0-only AND MIT',
    '(MIT OR ISC) AND GPL-3.0-only',
    'GPL-2.0-only OR GPL-3.0-only',
    'MIT WITH Some-exception',
    '(MIT',
    'MIT AND',
    'MIT)',
    'SEE LICENSE IN LICENSE.txt',
    'UNLICENSED',
    '',
  ])('%s is not', (expression) => {
    expect(isSatisfied(expression, allowed)).toBe(false);
  });
});

describe('the licence of a manifest', () => {
  it.each([
    [{ license: 'MIT' }, 'MIT'],
    [{ license: { type: 'MIT' } }, 'MIT'],
    [{ licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] }, 'MIT OR Apache-2.0'],
    [{}, 'none stated'],
    [{ licenses: [] }, 'none stated'],
  ])('%j: %s', (manifest, licence) => {
    expect(statedIn(manifest)).toBe(licence);
  });
});

describe('what ships', () => {
  const packages: LockedPackages = {
    '': {},
    console: {},
    'node_modules/@gatehouse/console': { link: true },
    'node_modules/server': { dependencies: { shared: '1' } },
    'node_modules/shared': {},
    'node_modules/optional': {},
    'node_modules/view': { dev: true, dependencies: { shared: '2' }, peerDependencies: { core: '1', absent: '1' } },
    'node_modules/view/node_modules/shared': { dev: true, dependencies: { view: '1', deep: '1' } },
    'node_modules/core': { dev: true },
    'console/node_modules/core': { dev: true },
    'node_modules/deep': { dev: true },
    'node_modules/tool': { dev: true, dependencies: { deeper: '1' } },
    'node_modules/deeper': { dev: true },
  };
  const ofService = ['node_modules/optional', 'node_modules/server', 'node_modules/shared'];

  it('is what is no development dependency', () => {
    expect([...shippedPaths(packages, new Set())].sort()).toEqual(ofService);
  });

  it('is also what the console imports, with all that this needs, from where it is found', () => {
    const ofConsole = ['core', 'deep', 'view', 'view/node_modules/shared'].map((name) => `node_modules/${name}`);
    expect([...shippedPaths(packages, new Set(['view']))].sort()).toEqual([...ofService, ...ofConsole].sort());
  });

  it('is found from the console first', () => {
    expect(shippedPaths(packages, new Set(['core']))).toEqual(new Set([...ofService, 'console/node_modules/core']));
  });

  it('is known: an import of what the lock file does not know is an error', () => {
    expect(() => shippedPaths(packages, new Set(['nowhere']))).toThrow('the console imports nowhere');
  });

  it('has names', () => {
    expect(nameOf('node_modules/a/node_modules/@scope/b')).toBe('@scope/b');
  });

  it('is imported in every way that modules have', () => {
    const source = [
      "import a from 'a';",
      "import { type B } from '@scope/b/deep/file.js';",
      "import '@scope/c/styles.css';",
      "export * from 'd';",
      "const e = await import('e');",
      "import { own } from './own.js';",
      "const from = { from: 'f' };",
    ].join('\n');
    expect(importsOf(source)).toEqual(['a', '@scope/b', '@scope/c', 'd', 'e']);
  });
});
