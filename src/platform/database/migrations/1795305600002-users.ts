import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, reference, text, time, word } from './portable-table.js';

export class Users1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'users',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        text('username', 190),
        text('email', 254, { nullable: true }),
        word('kind', 16),
        word('status', 16),
        word('password_hash', 255, { nullable: true }),
        time('password_changed_at', { nullable: true }),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['username'], ['email']],
      indexes: [['site_id', 'id']],
      references: [reference('users', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('users');
  }
}
