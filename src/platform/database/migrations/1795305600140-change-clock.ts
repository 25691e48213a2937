import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, large, time, word } from './portable-table.js';

const SHARDS = 16;

export class ChangeClock1795305600140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('changes')))
      await createTable(runner, {
        name: 'changes',
        columns: [
          id('id', { primary: true }),
          integer('shard'),
          large('number'),
          word('stamp', 32),
          word('previous', 32),
          word('subject', 80),
          time('created_at'),
        ],
        indexes: [['shard', 'number']],
      });
    if (!(await runner.hasTable('change_shards')))
      await createTable(runner, {
        name: 'change_shards',
        columns: [integer('id', { primary: true }), large('number'), word('stamp', 32), word('previous', 32)],
      });
    const rows = (await runner.query('SELECT id FROM change_shards')) as { id: number }[];
    for (let shard = 0; shard < SHARDS; shard++) {
      if (rows.some((row) => row.id === shard)) continue;
      const stamp = randomBytes(16).toString('hex');
      await runner.query('INSERT INTO change_shards (id, number, stamp, previous) VALUES (?, 0, ?, ?)', [
        shard,
        stamp,
        stamp,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('change_shards');
    await runner.dropTable('changes');
  }
}
