import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { nameOf, occurrences, weakened } from '../weakenings/weakening.js';
import { WEAKENINGS } from '../weakenings/weakenings.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the weakenings', () => {
  it('are each of a text that its file holds once, and change it', () => {
    const sources = new Map(WEAKENINGS.map(({ file }) => [file, read(file)]));
    const found = WEAKENINGS.map((each) => [nameOf(each), occurrences(sources.get(each.file) ?? '', each)] as const);
    expect(found.filter(([, count]) => count !== 1)).toEqual([]);
    expect(WEAKENINGS.filter(({ text, replacement }) => text === replacement)).toEqual([]);
  });

  it('are listed once, and name specs that are there', () => {
    const names = WEAKENINGS.map(nameOf);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const specs = new Set(WEAKENINGS.flatMap((weakening) => weakening.specs));
    expect([...specs].filter((spec) => !existsSync(`${ROOT}/test/${spec}`))).toEqual([]);
    expect(WEAKENINGS.filter((weakening) => weakening.specs.length === 0)).toEqual([]);
  });

  it('replace their text to the letter, and refuse one that is not there or twice', () => {
    const weakening = { file: 'x.ts', text: 'a', replacement: "$&$'", specs: [] };
    expect(weakened('(a)', weakening)).toBe("($&$')");
    expect(() => weakened('(b)', weakening)).toThrow('0 times');
    expect(() => weakened('(aa)', weakening)).toThrow('2 times');
  });

  it('run with a configuration that Jest takes', () => {
    const jest = ['node_modules/jest/bin/jest.js', '-c', 'test/weakenings/jest.config.mjs', '--showConfig'];
    const shown = execFileSync(process.execPath, jest, { cwd: ROOT, encoding: 'utf8' });
    expect((JSON.parse(shown) as { configs: object[] }).configs.length).toBeGreaterThan(1);
  });
});

function read(file: string): string {
  const path = `${ROOT}/src/${file}`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
