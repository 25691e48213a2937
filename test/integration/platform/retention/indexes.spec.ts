import { expect, it } from '@jest/globals';
import { Database } from '../../../../src/platform/database/database.js';
import { RetentionFixture } from './retention-fixture.js';

/** What a round asks the database, as it asks it. */
async function asked(fixture: RetentionFixture): Promise<string[]> {
  const statements: string[] = [];
  const { writer } = fixture.context.get(Database);
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
  await fixture.clean();
  return [...new Set(statements)].filter((sql) => /^SELECT|^DELETE|^UPDATE/.test(sql));
}

it('no question of a round is answered by walking through a whole table', async () => {
  const fixture = await RetentionFixture.open('sqlite', {
    retention: { tokensDays: 1, sessionsDays: 1, notificationsDays: 1, auditDays: 1 },
  });
  fixture.unusedLimits([{ siteId: fixture.site, days: 1 }]);
  await fixture.token({ expiresAt: fixture.ago(3) });
  await fixture.token();
  const { reader } = fixture.context.get(Database);
  const statements = await asked(fixture);
  expect(statements.length).toBeGreaterThan(20);
  for (const sql of statements) {
    const plan = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`);
    const walks = plan.map(({ detail }) => detail).filter((detail) => /\bSCAN\b/.test(detail));
    expect([sql, walks]).toEqual([sql, []]);
  }
  await fixture.close();
});
