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

  it('may be without hard links: the first writer wins all the same', () => {
    const folder = openFolder(0o700);
    link.mockImplementation(systemError('EPERM'));
    expect(folder.writeOnce('deployment.key', 'first')).toBe('first');
    expect(folder.writeOnce('deployment.key', 'second')).toBe('first');
    expect(fs.readdirSync(path)).toEqual(['deployment.key']);
    expect(fs.statSync(join(path, 'deployment.key')).mode & 0o777).toBe(0o600);
  });
});
