import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, longText, reference, text, time } from './portable-table.js';

export class Certificates1795305600030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'certificates',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        text('name', 200),
        longText('chain'),
        longText('sealed_key', { nullable: true }),
        time('valid_to'),
        integer('version'),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['site_id', 'name']],
      indexes: [
        ['site_id', 'id'],
        ['site_id', 'valid_to'],
      ],
      references: [reference('certificates', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('certificates');
  }
}
