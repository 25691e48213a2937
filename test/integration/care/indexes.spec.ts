import { expect, it } from '@jest/globals';
import { Database } from '../../../src/database/database.js';
import { CareFixture } from './care-fixture.js';

/** What a round asks the database, as it asks it. */
async function asked(care: CareFixture): Promise<string[]> {
  const statements: string[] = [];
  const { writer } = care.context.get(Database);
  const create = writer.createQueryRunner.bind(writer);
  Object.assign(writer, {
    createQueryRunner: (...mode: []) => {
      const runner = create(...mode);
      const query = runner.query.bind(runner);
      return Object.assign(runner, {
        query: (sql: string, ...rest: []) => {
          statements.push(sql);
          return query(sql, ...rest);
        },
      });
    },
  });
  await care.clean();
  return [...new Set(statements)].filter((sql) => /^SELECT|^DELETE|^UPDATE/.test(sql));
}

it('no question of a round is answered by walking through a whole table', async () => {
  const care = await CareFixture.open('sqlite', {
    retention: { tokensDays: 1, sessionsDays: 1, notificationsDays: 1, auditDays: 1 },
  });
  care.unusedLimits([{ siteId: care.site, days: 1 }]);
  await care.token({ expiresAt: care.ago(3) });
  await care.token();
  const { reader } = care.context.get(Database);
  const statements = await asked(care);
  expect(statements.length).toBeGreaterThan(20);
  for (const sql of statements) {
    const plan = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`);
    const walks = plan.map(({ detail }) => detail).filter((detail) => /\bSCAN\b/.test(detail));
    expect([sql, walks]).toEqual([sql, []]);
  }
  await care.close();
});
