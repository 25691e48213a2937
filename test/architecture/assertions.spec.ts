import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
/** Where titles are: a call of a test function, or a row of it.each on a line of its own. */
const TITLE = /\b(?:describe|it|onSqlite)(?:\.each\([^)]*\)|\?\.)?\(\s*['"`][^\n]*|^\s*\[?['"`]\[\d+\][^\n]*/gm;

/** What must hold in this release, by the numbers under which tests name it. */
const REACHED = [...range(1, 17), ...range(19, 32), ...range(36, 49), 51, 55, 58, 60, ...range(65, 70), 83];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function namedBy(source: string): number[] {
  const titles = source.match(TITLE) ?? [];
  return titles.flatMap((title) => [...title.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
}

function specs(): string[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.spec.ts')).map((file) => readFileSync(join(TESTS, file), 'utf8'));
}

describe('the assertions that this release must hold', () => {
  it('are each named by a test', () => {
    const named = new Set(specs().flatMap(namedBy));
    expect(REACHED.filter((number) => !named.has(number))).toEqual([]);
  });

  it('are found in titles alone', () => {
    const source = [
      "it('[1] [2] a', () => {",
      "  ['[3] a row', 4],",
      '  expect(list[5]).toBe([6]);',
      "describe('[7] b'",
    ];
    expect(namedBy(source.join('\n'))).toEqual([1, 2, 3, 7]);
  });
});
