import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, json, reference, time, word } from './portable-table.js';

export class Notifications1795305600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'notifications',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('user_id'),
        word('kind', 64),
        word('subject_type', 32),
        word('subject_id', 64),
        json('details'),
        time('created_at'),
        time('read_at', { nullable: true }),
      ],
      indexes: [['user_id', 'id'], ['site_id']],
      references: [reference('notifications', 'site_id', 'sites'), reference('notifications', 'user_id', 'users')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('notifications');
  }
}
