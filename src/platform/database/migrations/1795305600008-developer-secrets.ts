import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, id, longText, reference, time, word } from './portable-table.js';

export class DeveloperSecrets1795305600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'developer_secrets',
      columns: [
        id('user_id', { primary: true }),
        id('site_id'),
        hash('hash'),
        longText('sealed'),
        word('last4', 4),
        time('created_at'),
      ],
      unique: [['hash']],
      indexes: [['site_id']],
      references: [
        reference('developer_secrets', 'user_id', 'users'),
        reference('developer_secrets', 'site_id', 'sites'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('developer_secrets');
  }
}
