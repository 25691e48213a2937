import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, id, reference, time } from './portable-table.js';

export class TokenValues1795305600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'token_values',
      columns: [
        hash('hash', { primary: true }),
        id('site_id'),
        id('token_id'),
        time('valid_until', { nullable: true }),
        time('created_at'),
      ],
      indexes: [['token_id'], ['site_id'], ['valid_until']],
      references: [
        reference('token_values', 'site_id', 'sites'),
        reference('token_values', 'token_id', 'tokens', 'CASCADE'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('token_values');
  }
}
