import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, reference, text, time, word } from './portable-table.js';

export class Sessions1795305600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'sessions',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('user_id'),
        time('created_at'),
        time('last_seen_at'),
        time('expires_at'),
        time('confirmed_at'),
        word('address', 64),
        text('user_agent', 512, { nullable: true }),
        time('ended_at', { nullable: true }),
        word('end_reason', 32, { nullable: true }),
      ],
      indexes: [['user_id', 'id'], ['site_id'], ['expires_at']],
      references: [reference('sessions', 'site_id', 'sites'), reference('sessions', 'user_id', 'users')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sessions');
  }
}
