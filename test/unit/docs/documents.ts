import { readFileSync } from 'node:fs';

/** A page of docs/. */
export function readDoc(name: string): string {
  return readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
}

/** The rows of the first table below a heading, without its head; cells are trimmed. */
export function tableBelow(page: string, heading: string): string[][] {
  const start = page.search(new RegExp(`^#+ ${heading}$`, 'm'));
  if (start === -1) throw new Error(`there is no heading ${heading}`);
  const [, table = ''] = /\n((?:\|.*\n)+)/.exec(page.slice(start)) ?? [];
  const [, , ...rows] = table.trim().split('\n').map(cellsOf);
  return rows;
}

/** The texts in `code` style. */
export function codesOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
