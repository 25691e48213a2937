import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, id, reference, time } from './portable-table.js';

export class Invitations1795305600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'invitations',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('user_id'),
        hash('hash'),
        time('expires_at'),
        time('created_at'),
        time('used_at', { nullable: true }),
      ],
      unique: [['hash']],
      indexes: [['user_id'], ['site_id'], ['expires_at']],
      references: [reference('invitations', 'site_id', 'sites'), reference('invitations', 'user_id', 'users')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('invitations');
  }
}
