import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, json, text, time, word } from './portable-table.js';

export class AuditEvents1795305600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'audit_events',
      columns: [
        id('id', { primary: true }),
        id('site_id', { nullable: true }),
        time('at'),
        word('action', 64),
        word('outcome', 16),
        word('reason', 64, { nullable: true }),
        word('actor_kind', 16),
        id('actor_id', { nullable: true }),
        text('actor_name', 254, { nullable: true }),
        word('credential_kind', 16, { nullable: true }),
        id('credential_id', { nullable: true }),
        word('subject_type', 32, { nullable: true }),
        word('subject_id', 64, { nullable: true }),
        text('subject_name', 254, { nullable: true }),
        word('address', 64, { nullable: true }),
        word('request_id', 64, { nullable: true }),
        json('details', { nullable: true }),
      ],
      indexes: [
        ['site_id', 'id'],
        ['site_id', 'actor_id', 'id'],
        ['site_id', 'subject_id', 'id'],
        ['site_id', 'action', 'id'],
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('audit_events');
  }
}
