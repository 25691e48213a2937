import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { NO_IDENTITY } from '../../../src/shared/authz/identity-headers.js';
import { CLAIMS } from '../../support/recipe-claims.js';
import { readDoc, tableBelow } from './documents.js';

const FOLDER = new URL('../../../docs/recipes/', import.meta.url);
const RECIPES = readdirSync(FOLDER).filter((file) => file !== 'README.md');

describe('docs/recipes', () => {
  const listed = tableBelow(readDoc('recipes/README.md'), 'Recipes: guarding your API with a reverse proxy');

  it('lists every recipe, and says which are run by a test', () => {
    const files = listed.map(([link = '', , run = '']) => {
      const [, file = ''] = /\((.+\.md)\)/.exec(link) ?? [];
      return [file, run.startsWith('yes')];
    });
    const specs = RECIPES.sort().map((file) => [
      file,
      existsSync(new URL(`../../test/e2e/recipes/${file.replace('.md', '.e2e.spec.ts')}`, FOLDER)),
    ]);
    expect(files.sort()).toEqual(specs);
  });

  it.each(RECIPES)('%s deals with every header of the identity, and with the credential', (file) => {
    const page = readDoc(`recipes/${file}`).toLowerCase();
    const names = [...Object.keys(NO_IDENTITY), 'Authorization', 'Cookie'].map((name) => name.toLowerCase());
    expect(names.filter((name) => !page.includes(name))).toEqual([]);
  });

  it.each(RECIPES)('[80] %s deals with what a client says of who and where it is', (file) => {
    const page = readDoc(`recipes/${file}`).toLowerCase();
    const prefixes = [...page.matchAll(/(?:del-header ([\w-]+) -m beg|request_header -([\w-]+)\*)/g)];
    const cleared = (name: string) =>
      page.includes(name) || prefixes.some(([, one, other]) => name.startsWith(one ?? other ?? ' '));
    expect(CLAIMS.filter((name) => !cleared(name.toLowerCase()))).toEqual([]);
  });

  it.each(RECIPES)('%s verifies the certificate of Gatehouse', (file) => {
    const page = readDoc(`recipes/${file}`);
    expect(page).toContain('/etc/gatehouse/tls.crt');
    expect(page).not.toMatch(/insecure_?skip_?verify|verify none|ssl_verify=false|proxy_ssl_verify off/i);
  });
});

describe('every nginx block of the documentation', () => {
  const DOCS = new URL('../../../docs/', import.meta.url);
  const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const blocks = pages.flatMap((file) =>
    [...readDoc(file).matchAll(/```nginx\n(.*?)```/gs)].map(([, text = '']) => ({ file, text })),
  );
  const passing = blocks.flatMap(({ file, text }) =>
    (text.match(/location [^{}]*\{[^{}]*proxy_pass [^{}]*\}/g) ?? []).map((location) => ({ file, location })),
  );

  it('[89] speaks HTTP/1.1 to what it passes requests on to: in HTTP/1.0 half an answer can look whole', () => {
    expect(passing.length).toBeGreaterThanOrEqual(3);
    expect(passing.filter(({ location }) => !location.includes('proxy_http_version 1.1;'))).toEqual([]);
  });
});
