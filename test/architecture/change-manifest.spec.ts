import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../../src/platform/database/announced.js';
import { PRINCIPAL_READS } from '../../src/principals/principal.query.js';
import { openTestDatabase } from '../support/dialects.js';
import type { TestDatabase } from '../support/test-databases.js';

/** Read, and changed without a word: a refusal that rests on them is confirmed by another read (credential-check.service.ts). */
const CONFIRMED = ['sessions.last_seen_at', 'tokens.last_used_at'];

/** Hand-written writes that concern nobody's credential, and why. */
const CONCERN_NOBODY: Readonly<Record<string, string>> = {
  'src/directory/sites/site.repository.ts': 'takes a lock',
  'src/platform/database/site-table.ts': 'adds up counts',
  'src/tokens/lineage-handover.ts': 'writes who made a value, which no verification reads',
  'src/tokens/token.repository.ts': 'writes last uses',
};

/** The columns that the reads of a principal name, as `table.column`. */
function columnsRead(): string[] {
  const read = new Set<string>();
  for (const sql of PRINCIPAL_READS) {
    const tables = new Map([...sql.matchAll(/(?:FROM|JOIN) (\w+) (\w+)/g)].map(([, table, alias]) => [alias, table]));
    for (const [, alias = '', column] of sql.matchAll(/\b(\w+)\.(\w+)/g))
      if (tables.has(alias)) read.add(`${tables.get(alias)}.${column}`);
  }
  return [...read].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

describe('what a principal is read from', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase('sqlite');
  });
  afterAll(() => test.close());

  const entityOf = (table = '') => test.database.writer.entityMetadatas.find(({ tableName }) => tableName === table);

  it('[86] is announced when it changes: each table', () => {
    const tables = [...new Set(columnsRead().map((column) => column.split('.')[0]))];
    expect(tables).toContain('token_values');
    expect(tables.filter((table) => announcementOf(entityOf(table)?.target) === undefined)).toEqual([]);
  });

  it('[86] is announced when it changes: each column, or the refusal that rests on it is confirmed', () => {
    const silent = columnsRead().filter((name) => {
      const [table, column] = name.split('.');
      const entity = entityOf(table);
      const property = entity?.columns.find(({ databaseName }) => databaseName === column)?.propertyName ?? '';
      expect(property).not.toBe('');
      return announcementOf(entity?.target)?.silent.includes(property);
    });
    expect(silent).toEqual(CONFIRMED);
  });

  it('is written by hand only with a word on whom it concerns', () => {
    const silent = sources('src').filter((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\.statement\(([^;]*);/g)].some(([, call = '']) =>
        /^\s*tx,\s*(?:'[^']*'|\w+),\s*null,/.test(call),
      ),
    );
    expect(silent.sort()).toEqual(Object.keys(CONCERN_NOBODY).sort());
  });
});
