import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const lines = readFileSync(`${ROOT}.github/CODEOWNERS`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/));
const paths = lines.map(([path = '']) => path);

describe('the owners of the code', () => {
  it('every folder of src has one line', () => {
    const folders = readdirSync(`${ROOT}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const owned = paths.filter((path) => path.startsWith('/src/'));
    expect(owned.sort()).toEqual(folders.map(({ name }) => `/src/${name}/`).sort());
  });

  it('so have the console, the documents and the tests', () => {
    expect(paths).toEqual(expect.arrayContaining(['/console/', '/docs/', '/test/']));
  });

  it('every line names a folder that exists, but the first, which is for all the rest', () => {
    const [first, ...others] = paths;
    expect(first).toBe('*');
    expect(others.filter((path) => !/^\/.+\/$/.test(path) || !existsSync(ROOT + path.slice(1)))).toEqual([]);
  });

  it('every line has one team of the project', () => {
    const teams = lines.map(([, ...owners]) => owners.join(' '));
    expect(teams.filter((team) => !/^@gatehouse\/[a-z]+$/.test(team))).toEqual([]);
  });
});
