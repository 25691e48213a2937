import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../../src/app/entities.js';
import { codesOf, readDoc, tableBelow } from './documents.js';

const ROOT = new URL('../../../', import.meta.url);
const GENERATED = 'docs/errors.md';

function markdownBelow(folder: string): string[] {
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => folder + file);
}

const PAGES = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownBelow('docs/')];

/** As GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = [...page.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(new URL(folder, ROOT), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}${name}/`);
}

function brokenLinks(name: string): string[] {
  const place = new URL(name, ROOT);
  const targets = [...readFileSync(place, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const url = new URL(target, place);
    const anchor = url.hash.slice(1);
    url.hash = '';
    if (!existsSync(url)) return true;
    return anchor !== '' && !anchorsOf(readFileSync(url, 'utf8')).includes(anchor);
  });
}

describe('the documents of the house', () => {
  it('docs/database.md lists every table', () => {
    const tables = getMetadataArgsStorage().tables.filter(({ target }) => ENTITIES.some((entity) => entity === target));
    const documented = tableBelow(readDoc('database.md'), 'Tables').map(([table = '']) => codesOf(table)[0]);
    expect(documented.sort()).toEqual([...tables.map(({ name }) => name), 'schema_migrations'].sort());
  });

  it('docs/architecture.md knows every wing, and every module in one', () => {
    const page = readDoc('architecture.md');
    const documented = [tableBelow(page, 'The house'), tableBelow(page, 'Modules of the wings')].flatMap((table) =>
      table.flatMap(([folder = '']) => codesOf(folder)).filter((path) => /^src\/.+\/$/.test(path)),
    );
    const modules = [
      ...foldersIn('src/'),
      ...['platform', 'directory', 'gateway'].flatMap((wing) => foldersIn(`src/${wing}/`)),
    ];
    expect(documented.sort()).toEqual(modules.sort());
  });

  it('docs/README.md lists every decision', () => {
    const decisions = readdirSync(new URL('docs/decisions/', ROOT)).sort();
    const listed = [...readDoc('README.md').matchAll(/\(decisions\/(.+\.md)\)/g)].map(([, file]) => file);
    expect(listed).toEqual(decisions);
  });

  it.each(PAGES.filter((page) => page !== GENERATED))('%s has no broken link', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('docs/architecture.md and docs/database.md name files that exist', () => {
    const missing = ['architecture.md', 'database.md'].flatMap((page) =>
      codesOf(readDoc(page)).filter(
        (code) =>
          /^(?:src|test|docs|app|shared|platform|directory|tokens|applications|principals|oauth|gateway|auth|admin)\/[\w./-]+\.(?:ts|md)$/.test(
            code,
          ) && ![code, `src/${code}`].some((path) => existsSync(new URL(path, ROOT))),
      ),
    );
    expect(missing).toEqual([]);
  });
});
