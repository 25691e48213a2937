import { chmodSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readArguments } from '../../../scripts/release/arguments.js';
import { releaseUnreleased } from '../../../scripts/release/changelog.js';
import { lockFileAt, manifestAt, versionOf } from '../../../scripts/release/manifests.js';
import { release, type Surroundings } from '../../../scripts/release/release.js';
import { Repository } from '../../../scripts/release/repository.js';
import { nextVersion, type Step } from '../../../scripts/release/version.js';
import { ThrowawayRepository } from './throwaway-repository.js';

const json = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;
const lockFile = (version: string): string =>
  json({
    name: 'gatehouse',
    version,
    lockfileVersion: 3,
    packages: {
      '': { name: 'gatehouse', version, license: 'Apache-2.0' },
      console: { name: '@gatehouse/console', version },
      // another package that happens to have the same version
      'node_modules/unrelated': { version: '0.4.2' },
    },
  });
const CHANGELOG = `# Changelog

What users and operators notice.

## [Unreleased]

### Added

- Keys turn by themselves,
  every month.

### Security

- A leak is closed.

## [0.4.2] - 2026-01-02

### Fixed

- Something.
`;
const FILES = {
  'package.json': json({ name: 'gatehouse', version: '0.4.2', private: true }),
  'console/package.json': json({ name: '@gatehouse/console', version: '0.4.2', type: 'module' }),
  'package-lock.json': lockFile('0.4.2'),
  'docs/openapi.json': json({ info: { version: '0.4.2' } }),
  'CHANGELOG.md': CHANGELOG,
  'README.md': '# Sample\n',
};

describe('npm run release', () => {
  let repository: ThrowawayRepository;
  let said: string[];

  beforeEach(() => {
    repository = new ThrowawayRepository(FILES);
    said = [];
  });

  afterEach(() => {
    repository.remove();
  });

  function attempt(step: Step, { dryRun = false, ...other }: Partial<Surroundings> & { dryRun?: boolean } = {}): void {
    release(step, dryRun, {
      repository: new Repository(repository.root, repository.environment),
      now: () => new Date('2026-03-04T23:59:59Z'),
      // as `npm run openapi` does: the document names the version of package.json
      regenerate: () => {
        repository.write('docs/openapi.json', json({ info: { version: versionOf(repository.read('package.json')) } }));
      },
      say: (line) => said.push(line),
      ...other,
    });
  }

  /** All that a release could have changed. */
  function state(): object {
    return {
      files: Object.fromEntries(Object.keys(FILES).map((path) => [path, repository.read(path)])),
      head: repository.git('rev-parse', 'HEAD'),
      tags: repository.git('tag'),
      changes: repository.git('status', '--porcelain'),
    };
  }

  function expectRefusal(message: RegExp, options: Parameters<typeof attempt>[1] = {}): void {
    const before = state();
    for (const dryRun of [true, false])
      expect(() => {
        attempt('minor', { ...options, dryRun });
      }).toThrow(message);
    expect(state()).toEqual(before);
  }

  describe('is refused', () => {
    it('with a changed file', () => {
      repository.write('README.md', '# Changed\n');
      expectRefusal(/not committed:\n M README\.md/);
    });

    it('with a staged file', () => {
      repository.write('README.md', '# Changed\n');
      repository.git('add', 'README.md');
      expectRefusal(/not committed:\nM {2}README\.md/);
    });

    it('with an untracked file', () => {
      repository.write('notes.txt', 'mine');
      expectRefusal(/not committed:\n\?\? notes\.txt/);
    });

    it('on another branch', () => {
      repository.git('switch', '--quiet', '--create', 'feature');
      expectRefusal(/made on main; this is feature/);
    });

    it('on no branch', () => {
      repository.git('switch', '--quiet', '--detach');
      expectRefusal(/made on main; this is no branch/);
    });

    it('when its tag exists', () => {
      repository.git('tag', 'v0.5.0');
      expectRefusal(/tag v0\.5\.0 exists/);
    });

    it.each([
      ['nothing at all', ''],
      ['headings', '### Added\n\n### Changed\n\n'],
      ['an item without a text', '### Added\n\n- \n\n'],
    ])('when "Unreleased" holds %s', (_, body) => {
      repository.write(
        'CHANGELOG.md',
        `# Changelog\n\n## [Unreleased]\n\n${body}## [0.4.2] - 2026-01-02\n\n- Something.\n`,
      );
      repository.git('commit', '--quiet', '--all', '--message', 'docs: nothing to say');
      expectRefusal(/"Unreleased" in CHANGELOG\.md is empty/);
    });

    it('when there is no "Unreleased"', () => {
      repository.write('CHANGELOG.md', '# Changelog\n\n## [0.4.2] - 2026-01-02\n\n- Something.\n');
      repository.git('commit', '--quiet', '--all', '--message', 'docs: no section');
      expectRefusal(/no section "## \[Unreleased\]"/);
    });

    it('when the version is not three numbers', () => {
      repository.write('package.json', json({ name: 'gatehouse', version: '0.4.2-rc.1' }));
      repository.git('commit', '--quiet', '--all', '--message', 'build: a candidate');
      expectRefusal(/0\.4\.2-rc\.1, not three numbers/);
    });
  });

  describe('leaves everything as it was', () => {
    function expectUndone(options: Parameters<typeof attempt>[1] = {}): void {
      const before = state();
      expect(() => {
        attempt('minor', options);
      }).toThrow('v0.5.0 was not made');
      expect(state()).toEqual(before);
    }

    it('when the document cannot be generated', () => {
      expectUndone({
        regenerate: () => {
          repository.write('docs/openapi.json', '{');
          throw new Error('no document');
        },
      });
    });

    it('when a hook refuses the commit', () => {
      repository.write('.git/hooks/pre-commit', '#!/bin/sh\nexit 1\n');
      chmodSync(`${repository.root}/.git/hooks/pre-commit`, 0o755);
      expectUndone();
    });

    it('when the tag cannot be made', () => {
      // refs/tags/v0.5.0 would have to be a folder and a file
      repository.git('tag', 'v0.5.0/branch');
      expectUndone();
    });
  });

  describe('makes a release that', () => {
    it('sets the version wherever it stands', () => {
      attempt('minor');
      expect(versionOf(repository.read('package.json'))).toBe('0.5.0');
      expect(versionOf(repository.read('console/package.json'))).toBe('0.5.0');
      expect(repository.read('package-lock.json')).toBe(lockFile('0.5.0'));
      expect(repository.read('docs/openapi.json')).toBe(json({ info: { version: '0.5.0' } }));
    });

    it('turns "Unreleased" into the section of the version and the day in UTC, below an empty one', () => {
      attempt('minor');
      expect(repository.read('CHANGELOG.md')).toBe(
        CHANGELOG.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [0.5.0] - 2026-03-04\n'),
      );
    });

    it('is one commit with those files alone', () => {
      attempt('minor');
      expect(repository.git('log', '--format=%s')).toBe('release: v0.5.0\nfeat: the beginning');
      expect(repository.git('show', '--name-only', '--format=').split('\n').sort()).toEqual(
        ['CHANGELOG.md', 'console/package.json', 'docs/openapi.json', 'package-lock.json', 'package.json'].sort(),
      );
      expect(repository.git('status', '--porcelain')).toBe('');
    });

    it('has an annotated tag that says what the section says, headings included', () => {
      attempt('minor');
      expect(repository.git('cat-file', '-t', 'v0.5.0')).toBe('tag');
      expect(repository.git('rev-parse', 'v0.5.0^{commit}')).toBe(repository.git('rev-parse', 'main'));
      expect(repository.git('tag', '--list', '--format=%(contents)', 'v0.5.0')).toBe(
        [
          'Gatehouse 0.5.0 - 2026-03-04\n\n### Added\n\n- Keys turn by themselves,\n  every month.\n\n',
          '### Security\n\n- A leak is closed.',
        ].join(''),
      );
    });

    it('pushes nothing, and says what would', () => {
      attempt('minor');
      expect(said.join('\n')).toContain('git push --atomic origin main v0.5.0');
    });

    it('can be the second on the same day', () => {
      attempt('minor');
      repository.write(
        'CHANGELOG.md',
        repository.read('CHANGELOG.md').replace('[Unreleased]\n', '[Unreleased]\n\n### Fixed\n\n- A slip.\n'),
      );
      repository.git('commit', '--quiet', '--all', '--message', 'fix: a slip');
      attempt('patch');
      expect(repository.git('tag', '--list', '--format=%(contents:body)', 'v0.5.1')).toBe('### Fixed\n\n- A slip.');
    });

    it('says in a dry run what it would do, and does nothing', () => {
      const before = state();
      attempt('major', { dryRun: true });
      expect(state()).toEqual(before);
      expect(said.join('\n')).toMatch(/Would write .*commit "release: v1\.0\.0"[^]*- A leak is closed\./);
    });

    it('is of the repository in the folder, also within a hook of another one', () => {
      const other = new ThrowawayRepository(FILES);
      try {
        const environment = { ...repository.environment, GIT_DIR: `${other.root}/.git`, GIT_WORK_TREE: other.root };
        attempt('minor', { repository: new Repository(repository.root, environment) });
        expect([repository.git('tag'), other.git('tag')]).toEqual(['v0.5.0', '']);
      } finally {
        other.remove();
      }
    });
  });
});

describe('the next version', () => {
  it.each([
    ['0.9.9', 'patch', '0.9.10'],
    ['0.9.9', 'minor', '0.10.0'],
    ['0.9.9', 'major', '1.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
  ] as const)('%s, %s: %s', (current, step, next) => {
    expect(nextVersion(current, step)).toBe(next);
  });
});

describe('the arguments of a release', () => {
  it.each([[[]], [['huge']], [['minor', 'patch']]])('%j are refused', (args) => {
    expect(() => readArguments(args, {})).toThrow('usage: npm run release -- major|minor|patch [--dry-run]');
  });

  it('an option that there is not is refused', () => {
    expect(() => readArguments(['minor', '--force'], {})).toThrow('--force');
  });

  it('a dry run may stand on either side of npm\'s "--"', () => {
    expect(readArguments(['minor'], {})).toEqual({ step: 'minor', dryRun: false });
    expect(readArguments(['minor', '--dry-run'], {})).toEqual({ step: 'minor', dryRun: true });
    expect(readArguments(['minor'], { npm_config_dry_run: 'true' })).toEqual({ step: 'minor', dryRun: true });
  });
});

describe('the files of this project', () => {
  const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const version = versionOf(read('package.json'));

  it('all name one version, and change in nothing but that', () => {
    expect(manifestAt(version, read('package.json'))).toBe(read('package.json'));
    expect(manifestAt(version, read('console/package.json'))).toBe(read('console/package.json'));
    expect(lockFileAt(version, read('package-lock.json'))).toBe(read('package-lock.json'));
    expect((JSON.parse(read('docs/openapi.json')) as { info: { version: string } }).info.version).toBe(version);
  });

  it('the changelog has the format that a release expects', () => {
    expect(read('CHANGELOG.md').match(/^## .+$/gm)?.[0]).toBe('## [Unreleased]');
    const unreleased = '## [Unreleased]\n\n- Something.\n';
    expect(releaseUnreleased(unreleased, '1.2.3', '2026-03-04').text).toBe(
      '## [Unreleased]\n\n## [1.2.3] - 2026-03-04\n\n- Something.\n',
    );
  });
});
