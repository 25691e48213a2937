import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, longText, reference, text, time, word } from './portable-table.js';

export class Tokens1795305600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'tokens',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('owner_id'),
        id('created_by'),
        word('kind', 16),
        word('format', 16),
        text('name', 200),
        word('last4', 4),
        longText('scopes', { nullable: true }),
        longText('ceiling', { nullable: true }),
        id('account_id', { nullable: true }),
        longText('allowed_networks', { nullable: true }),
        id('application_id', { nullable: true }),
        time('created_at'),
        time('rotated_at', { nullable: true }),
        time('expires_at', { nullable: true }),
        time('revoked_at', { nullable: true }),
        word('revoked_reason', 32, { nullable: true }),
        time('last_used_at', { nullable: true }),
        word('last_used_address', 64, { nullable: true }),
        id('transferred_from', { nullable: true }),
        time('transferred_at', { nullable: true }),
      ],
      indexes: [['site_id', 'id'], ['owner_id', 'id'], ['account_id'], ['application_id'], ['expires_at']],
      references: [
        reference('tokens', 'site_id', 'sites'),
        reference('tokens', 'owner_id', 'users'),
        reference('tokens', 'account_id', 'accounts'),
        reference('tokens', 'application_id', 'applications'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tokens');
  }
}
