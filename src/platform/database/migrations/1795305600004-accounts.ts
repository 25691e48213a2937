import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, reference, text, time, word } from './portable-table.js';

export class Accounts1795305600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'accounts',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        text('name', 200),
        text('description', 1000, { nullable: true }),
        word('status', 16),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['site_id', 'name']],
      indexes: [['site_id', 'id']],
      references: [reference('accounts', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('accounts');
  }
}
