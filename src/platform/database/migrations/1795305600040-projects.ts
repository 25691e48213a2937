import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, reference, text, time } from './portable-table.js';

export class Projects1795305600040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'projects',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('account_id'),
        text('name', 200),
        text('description', 1000, { nullable: true }),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['account_id', 'name']],
      indexes: [['site_id', 'account_id', 'id']],
      references: [reference('projects', 'site_id', 'sites'), reference('projects', 'account_id', 'accounts')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('projects');
  }
}
