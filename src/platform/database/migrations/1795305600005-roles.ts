import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, longText, reference, text, time, word } from './portable-table.js';

export class Roles1795305600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'roles',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        word('name', 64),
        text('description', 1000),
        longText('scopes'),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['site_id', 'name']],
      indexes: [['site_id', 'id']],
      references: [reference('roles', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roles');
  }
}
