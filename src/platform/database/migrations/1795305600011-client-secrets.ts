import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, id, reference, time, word } from './portable-table.js';

export class ClientSecrets1795305600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'client_secrets',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('application_id'),
        hash('hash'),
        word('last4', 4),
        time('created_at'),
        time('expires_at', { nullable: true }),
        time('revoked_at', { nullable: true }),
      ],
      unique: [['hash']],
      indexes: [['application_id'], ['site_id']],
      references: [
        reference('client_secrets', 'site_id', 'sites'),
        reference('client_secrets', 'application_id', 'applications'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('client_secrets');
  }
}
