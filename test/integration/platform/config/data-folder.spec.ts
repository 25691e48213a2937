import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the file system under test answers. The tests also run as root, whom a real one refuses nothing. */
const chmod = jest.fn<typeof fs.chmodSync>();
const link = jest.fn<typeof fs.linkSync>();
const write = jest.fn<typeof fs.writeFileSync>();
jest.unstable_mockModule('node:fs', () => ({ ...fs, chmodSync: chmod, linkSync: link, writeFileSync: write }));

const { DataFolder } = await import('../../../../src/platform/config/data-folder.js');
const { SettingsError } = await import('../../../../src/platform/config/settings-error.js');
const { SqliteDataSource } = await import('../../../../src/platform/database/sqlite/sqlite-data-source.js');

function systemError(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`${code}: operation not permitted`), { code });
  };
}

/** A file system that gives everything the same mode, as CIFS does: chmod says that it worked. */
function withoutModes(): void {
  chmod.mockImplementation(() => undefined);
  write.mockImplementation((path, content) => {
    fs.writeFileSync(path, content);
    fs.chmodSync(path as string, 0o755);
  });
}

describe('[67] the data folder', () => {
  let path: string;
  let warnings: string[];

  beforeEach(() => {
    path = join(fs.mkdtempSync(join(tmpdir(), 'gatehouse-')), 'data');
    chmod.mockImplementation(fs.chmodSync);
    link.mockImplementation(fs.linkSync);
    write.mockImplementation(fs.writeFileSync);
    warnings = [];
    const keep = (message: string) => warnings.push(message);
    Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: keep });
  });
  afterEach(() => {
    Logger.overrideLogger(false);
    fs.rmSync(join(path, '..'), { recursive: true });
  });

  /** A folder that others may enter, like a volume of Kubernetes with an fsGroup. */
  const openFolder = (mode: number) => {
    fs.mkdirSync(path);
    fs.chmodSync(path, mode);
    return new DataFolder(path);
  };
  const refuseToPrepare = (folder: { prepare(): void }): string => {
    try {
      folder.prepare();
    } catch (error) {
      if (error instanceof SettingsError) return error.message;
      throw error;
    }
    return 'taken';
  };

  it.each([
    ['fsGroup', 0o2770, 'EPERM'],
    ['an emptyDir', 0o777, 'EPERM'],
    ['NFS that squashes root', 0o770, 'EACCES'],
    ['a file system without chmod', 0o755, 'ENOTSUP'],
  ])('of %s is used, with one warning, and its files are private', (_, mode, code) => {
    const folder = openFolder(mode);
    chmod.mockImplementation(systemError(code));
    folder.prepare();
    new DataFolder(path).prepare();
    folder.writeOnce('deployment.key', 'key');
    expect(fs.statSync(join(path, 'deployment.key')).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(path)).toEqual(['deployment.key']);
    expect(warnings).toEqual([expect.stringContaining(path)]);
  });

  /** A file system that lets the modes of some things alone. */
  const unchangeable = (isSo: (path: string) => boolean) => {
    chmod.mockImplementation((changed, mode) => {
      if (isSo(String(changed))) systemError('EPERM')();
      fs.chmodSync(changed, mode);
    });
  };
  const put = (name: string, mode: number) => {
    fs.writeFileSync(join(path, name), 'kept');
    fs.chmodSync(join(path, name), mode);
  };
  const modeOf = (name: string) => fs.statSync(join(path, name)).mode & 0o777;
  const KEYS = ['deployment.key', 'tls.key', '.deployment.key.7.draft', '.tls.key.7.draft'];
  const OTHER_FILES = ['tls.crt', 'public-url', 'gatehouse.db', 'gatehouse.db-wal', 'gatehouse.db-shm'].concat(
    'gatehouse.db-journal',
    '.tls.crt.7.draft',
  );

  it.each([
    ['660', 0o660],
    ['644', 0o644],
    ['604', 0o604],
  ])('takes back its own files that came to have mode %s, as fsGroup does at a mount', (_, mode) => {
    const folder = openFolder(0o2770);
    unchangeable((changed) => changed === path);
    for (const name of [...KEYS, ...OTHER_FILES, 'backup.db']) put(name, mode);
    folder.prepare();
    expect([...KEYS, ...OTHER_FILES].map((name) => [name, modeOf(name)])).toEqual(
      [...KEYS, ...OTHER_FILES].map((name) => [name, 0o600]),
    );
    expect(modeOf('backup.db')).toBe(mode);
    expect(warnings).toEqual([expect.stringContaining('its files are private')]);
  });

  it('takes them back in a folder of its own too, and needs no warning there', () => {
    const folder = openFolder(0o700);
    put('deployment.key', 0o644);
    folder.prepare();
    expect(modeOf('deployment.key')).toBe(0o600);
    unchangeable(() => true);
    put('tls.key', 0o644);
    folder.prepare();
    expect(warnings).toEqual([]);
  });

  it.each(KEYS)('is refused when others can read %s and that can’t be changed', (key) => {
    const folder = openFolder(0o2770);
    put(key, 0o640);
    unchangeable(() => true);
    expect(refuseToPrepare(folder)).toMatch(
      new RegExp(
        `GATEHOUSE_DATA_DIR names .*, where others can read ${key.replaceAll('.', '\\.')}, and user .*chmod 600`,
      ),
    );
  });

  it.each(OTHER_FILES)('says that others can read %s when that can’t be changed', (name) => {
    const folder = openFolder(0o2770);
    put(name, 0o640);
    put('deployment.key', 0o640);
    unchangeable((changed) => changed === path || changed.endsWith(name));
    folder.prepare();
    expect(warnings).toEqual([expect.stringContaining(`all but ${name} are private`)]);
  });

  it('says so again when another file has come to be open', () => {
    const folder = openFolder(0o2770);
    unchangeable(() => true);
    folder.prepare();
    put('tls.crt', 0o640);
    folder.prepare();
    folder.prepare();
    expect(warnings).toEqual([expect.stringContaining('its files'), expect.stringContaining('all but tls.crt')]);
  });

  it('changes nothing that a link leads to, and refuses a key that others can read there', () => {
    const folder = openFolder(0o2770);
    put('../elsewhere', 0o644);
    fs.symlinkSync('../elsewhere', join(path, 'tls.crt'));
    fs.symlinkSync('../nowhere', join(path, 'public-url'));
    unchangeable((changed) => changed === path);
    folder.prepare();
    expect(modeOf('../elsewhere')).toBe(0o644);
    expect(warnings).toEqual([expect.stringContaining('all but tls.crt')]);
    fs.symlinkSync('../elsewhere', join(path, 'deployment.key'));
    expect(refuseToPrepare(folder)).toContain('others can read deployment.key');
  });

  it('does without a file that goes away meanwhile', () => {
    const folder = openFolder(0o2770);
    put('gatehouse.db-shm', 0o660);
    chmod.mockImplementation((changed) => {
      if (changed !== path) fs.rmSync(changed);
      systemError(changed === path ? 'EPERM' : 'ENOENT')();
    });
    folder.prepare();
    expect(warnings).toEqual([expect.stringContaining('its files are private')]);
  });

  it('is refused, with the mount options that help, when its files would be readable by others', () => {
    const folder = openFolder(0o755);
    withoutModes();
    expect(refuseToPrepare(folder)).toMatch(
      /GATEHOUSE_DATA_DIR names .* others can read[^]*file_mode=0600,dir_mode=0700/,
    );
    expect(fs.readdirSync(path)).toEqual([]);
  });

  it('is refused by name when nothing can be written to it', () => {
    const folder = openFolder(0o755);
    chmod.mockImplementation(systemError('EPERM'));
    write.mockImplementation(systemError('EACCES'));
    expect(refuseToPrepare(folder)).toMatch(/GATEHOUSE_DATA_DIR names .*can't be written to[^]*fsGroup/);
  });

  it('is refused by name when it is a file', () => {
    fs.writeFileSync(path, '');
    expect(refuseToPrepare(new DataFolder(path))).toMatch(/GATEHOUSE_DATA_DIR names .*can't be made/);
  });

  it('may hold a database of another user: it is opened, with a warning', async () => {
    const file = join(openFolder(0o700).file('gatehouse.db'));
    fs.writeFileSync(file, '');
    fs.chmodSync(file, 0o660);
    chmod.mockImplementation(systemError('EPERM'));
    const database = new SqliteDataSource(file, 'writer', []);
    await database.initialize();
    await database.destroy();
    expect(warnings).toEqual([expect.stringContaining(file)]);
  });

  it('closes the log and the index of a database that others could read, and warns of what it can’t', async () => {
    const file = openFolder(0o700).file('own.db');
    const first = new SqliteDataSource(file, 'writer', []);
    await first.initialize();
    await first.query('CREATE TABLE kept (id INTEGER)');
    const opened = async () => {
      // SQLite itself gives an empty log the mode of the database
      await first.query('INSERT INTO kept VALUES (1)');
      for (const suffix of ['-wal', '-shm']) fs.chmodSync(file + suffix, 0o660);
      const second = new SqliteDataSource(file, 'writer', []);
      await second.initialize();
      const modes = ['-wal', '-shm'].map((suffix) => modeOf(`own.db${suffix}`));
      await second.destroy();
      return modes;
    };
    expect(await opened()).toEqual([0o600, 0o600]);
    expect(warnings).toEqual([]);
    unchangeable((changed) => changed.endsWith('-wal'));
    expect(await opened()).toEqual([0o660, 0o600]);
    expect(warnings).toEqual([expect.stringContaining(`others can read ${file}-wal,`)]);
    await first.destroy();
  });

  it('may be without hard links: the first writer wins all the same', () => {
    const folder = openFolder(0o700);
    link.mockImplementation(systemError('EPERM'));
    expect(folder.writeOnce('deployment.key', 'first')).toBe('first');
    expect(folder.writeOnce('deployment.key', 'second')).toBe('first');
    expect(fs.readdirSync(path)).toEqual(['deployment.key']);
    expect(fs.statSync(join(path, 'deployment.key')).mode & 0o777).toBe(0o600);
  });
});
