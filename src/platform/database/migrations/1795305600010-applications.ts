import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, longText, reference, text, time, word } from './portable-table.js';

export class Applications1795305600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'applications',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('owner_id'),
        id('created_by'),
        text('name', 200),
        text('description', 1000),
        word('client_id', 64),
        longText('scopes', { nullable: true }),
        longText('ceiling', { nullable: true }),
        word('token_format', 16),
        integer('token_ttl_seconds'),
        id('access_token_id', { nullable: true }),
        id('transferred_from', { nullable: true }),
        time('transferred_at', { nullable: true }),
        time('created_at'),
        time('updated_at'),
        time('deleted_at', { nullable: true }),
      ],
      unique: [['client_id']],
      indexes: [
        ['site_id', 'id'],
        ['owner_id', 'id'],
      ],
      references: [reference('applications', 'site_id', 'sites'), reference('applications', 'owner_id', 'users')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('applications');
  }
}
