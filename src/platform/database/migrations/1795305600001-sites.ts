import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, isMysql, reference, text, time, word } from './portable-table.js';

export class Sites1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'sites',
      columns: [
        id('id', { primary: true }),
        text('name', 200),
        word('slug', 64),
        id('owner_id', { nullable: true }),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['slug']],
      indexes: [['owner_id']],
      // SQLite accepts a reference to a table that does not exist yet, and can't add one later without rewriting the table. On
      // MySQL it is the other way round: see the migration site-owner-reference.
      references: isMysql(runner) ? [] : [reference('sites', 'owner_id', 'users')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sites');
  }
}
