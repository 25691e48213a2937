import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, json, longText, reference, text, time } from './portable-table.js';

export class Credentials1795305600031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'credentials',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        text('name', 200),
        json('settings'),
        longText('sealed_secret'),
        time('secret_set_at'),
        integer('version'),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['site_id', 'name']],
      indexes: [['site_id', 'id']],
      references: [reference('credentials', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('credentials');
  }
}
