import { describe, it } from '@jest/globals';
import type { Dialect } from '../../src/platform/database/dialect.js';

export { openTestDatabase } from './test-databases.js';

/** The dialects of this run: MySQL is left out, after a loud warning, where there is no server (global-setup.ts). */
export const DIALECTS: readonly Dialect[] =
  process.env['TEST_MYSQL_URL'] === undefined ? ['sqlite'] : ['sqlite', 'mysql'];

/** Repeats the tests for each dialect. */
export function forEachDialect(tests: (dialect: Dialect) => void): void {
  for (const dialect of DIALECTS) {
    describe(`on ${dialect}`, () => {
      tests(dialect);
    });
  }
}

/** For what SQLite has nothing of, such as a server that freezes. Left out where there is no MySQL; CI always has one. */
export const itOnMysql: typeof it | typeof it.skip = DIALECTS.includes('mysql') ? it : it.skip;
