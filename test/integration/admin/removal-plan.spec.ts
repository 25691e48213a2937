import { expect, it } from '@jest/globals';
import { openTestDatabase } from '../../support/dialects.js';

// Without statistics SQLite takes an index that begins with the site as gladly as one that begins with the owner, and would
// then walk through all tokens of the site to move those of one user.
it.each([
  ['tokens', 'owner_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)'],
  ['tokens', 'owner_id = ? AND application_id IS NOT NULL AND revoked_at IS NULL'],
  ['tokens', 'owner_id = ? AND site_id = ?'],
  ['applications', 'owner_id = ? AND site_id = ? AND deleted_at IS NULL'],
])('what a user owns in %s is found by its owner, not by its site: %s', async (table, where) => {
  const test = await openTestDatabase('sqlite');
  for (const question of [
    `SELECT * FROM ${table} WHERE ${where}`,
    `UPDATE ${table} SET owner_id = 'x' WHERE ${where}`,
  ]) {
    const plan = await test.database.reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${question}`);
    expect(plan.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(`USING (COVERING )?INDEX ix_${table}_owner_id_(id|revoked_at_expires_at) [(]owner_id=`),
    ]);
  }
  await test.close();
});
