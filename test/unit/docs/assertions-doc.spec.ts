import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { codesOf, readDoc, tableBelow } from './documents.js';

const ROOT = new URL('../../../', import.meta.url);
const PAGE = readDoc('assertions.md');
const HEADINGS = [...PAGE.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);

const ROWS = HEADINGS.flatMap((heading) => tableBelow(PAGE, heading)).map(([number = '', , , where = '']) => ({
  number: Number(number),
  specs: codesOf(where).filter((code) => code.startsWith('test/')),
  isPlanned: where.includes('*planned*'),
}));

/** Where titles are: a call of a test function, or a row of it.each on a line of its own. */
const TITLE =
  /\b(?:describe|it|test|onSqlite|itOnMysql|testFrozen)(?:\.each\([^)]*\)|\?\.)?\(\s*['"`][^\n]*|^\s*\[?['"`]\[\d+\][^\n]*/gm;

/** In the title of a test, or in the words of one, "assertion 54". */
function numbersIn(source: string): Set<number> {
  const titles = (source.match(TITLE) ?? []).flatMap((title) => [...title.matchAll(/\[(\d+)\]/g)]);
  const words = [...source.matchAll(/\bassertion (\d+)\b/g)];
  return new Set([...titles, ...words].map(([, number]) => Number(number)));
}

const OWN = new Set(['unit/docs/assertions-doc.spec.ts']);
const NUMBERS: ReadonlyMap<string, ReadonlySet<number>> = new Map(
  readdirSync(new URL('test/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.spec.ts') && !OWN.has(file))
    .map((file) => [`test/${file}`, numbersIn(readFileSync(new URL(`test/${file}`, ROOT), 'utf8'))] as const),
);

describe('docs/assertions.md', () => {
  it('has the numbers 1 to 96, each once and in order', () => {
    expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 96 }, (_, index) => index + 1));
  });

  it('says of each where it is tested, or that this is planned', () => {
    expect(ROWS.filter(({ specs, isPlanned }) => specs.length === 0 && !isPlanned)).toEqual([]);
    expect(ROWS.filter(({ specs, isPlanned }) => specs.length > 0 && isPlanned)).toEqual([]);
  });

  it('names specs that are there', () => {
    const files = ROWS.flatMap(({ specs }) => specs);
    expect(files.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  });

  it('names specs that name the number', () => {
    const silent = ROWS.flatMap(({ number, specs }) =>
      specs.filter((file) => NUMBERS.get(file)?.has(number) !== true).map((file) => `${number}: ${file}`),
    );
    expect(silent).toEqual([]);
  });

  it('calls nothing planned that a test names', () => {
    const named = new Set([...NUMBERS.values()].flatMap((numbers) => [...numbers]));
    expect(ROWS.filter(({ number, isPlanned }) => isPlanned && named.has(number))).toEqual([]);
  });

  it('has no number in a test that no row has', () => {
    const known = new Set(ROWS.map(({ number }) => number));
    const strange = [...NUMBERS].flatMap(([file, numbers]) =>
      [...numbers].filter((number) => !known.has(number)).map((number) => `${number}: ${file}`),
    );
    expect(strange).toEqual([]);
  });

  it('finds numbers in titles alone', () => {
    const source = ["it('[1] [2] a', () => {", "  ['[3] a row', 4],", '  expect(list[5]).toBe([6]);', "test('[7] b'"];
    expect([...numbersIn(source.join('\n'))]).toEqual([1, 2, 3, 7]);
  });
});
