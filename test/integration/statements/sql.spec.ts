import { beforeAll, expect, it } from '@jest/globals';
import { forEachDialect } from '../../support/dialects.js';
import { ALLOWED_WALKS, SILENT_ANYWHERE, SILENT_METHODS, SMALL_TABLES } from '../../statements/exceptions.js';
import { type RecordedStatements, recordedStatements } from '../../statements/recorded-statements.js';
import type { Statement } from '../../statements/recorder.js';
import { isOfThisServer, sourcesByClass, staleFiles } from '../../statements/statement-files.js';

/** A tour of the service, each of whose statements is explained, on a machine that has other things to do. */
const TOUR_LIMIT_MS = 300_000;

forEachDialect((dialect) => {
  let recorded: RecordedStatements;
  beforeAll(async () => {
    recorded = await recordedStatements(dialect);
  }, TOUR_LIMIT_MS);

  const methods = (): [name: string, sent: readonly Statement[]][] =>
    [...recorded.statements].flatMap(([type, sent]) =>
      [...sent].map(([method, statements]): [string, readonly Statement[]] => [`${type}.${method}`, statements]),
    );

  it('docs/sql is what the service sends, and how the database answers it: else `npm run sql`, and look at it', () => {
    expect(staleFiles(dialect, recorded)).toEqual([]);
  });

  it('no statement walks through a growing table, save where a reason is given', () => {
    const walks = methods().flatMap(([method, statements]) => {
      const tables = statements.flatMap(({ plan }) => (plan ?? []).map(({ walks: table }) => table));
      return tables.flatMap((table) => (table === null || SMALL_TABLES.has(table) ? [] : [`${method}: ${table}`]));
    });
    const allowed = Object.keys(ALLOWED_WALKS[dialect]);
    expect(walks.filter((walk) => !allowed.includes(walk))).toEqual([]);
    // Another release may have no need of a reason.
    if (isOfThisServer(dialect, recorded)) expect(allowed.filter((walk) => !walks.includes(walk))).toEqual([]);
  });

  it('the tour calls every method that reaches rows', () => {
    const silent = methods().flatMap(([name, { length }]) => (length === 0 ? [name] : []));
    const explained = Object.keys({ ...SILENT_ANYWHERE, ...SILENT_METHODS[dialect] });
    expect(silent.sort()).toEqual(explained.sort());
  });

  it('every repository and query is one of the classes that are listened to, and nobody else sends anything', () => {
    const wanted = [...sourcesByClass()].flatMap(([type, file]) =>
      /\.(?:repository|query)\.ts$/.test(file) && !file.includes('/dto/') ? [type] : [],
    );
    expect(wanted.filter((type) => !recorded.statements.has(type))).toEqual([]);
    expect(recorded.strays).toEqual([]);
  });
});
