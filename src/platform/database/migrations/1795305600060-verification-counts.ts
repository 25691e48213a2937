import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, reference, time } from './portable-table.js';

export class VerificationCounts1795305600060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'verification_counts',
      columns: [id('id', { primary: true }), id('site_id'), time('hour'), integer('verified'), integer('refused')],
      unique: [['site_id', 'hour']],
      indexes: [['hour']],
      references: [reference('verification_counts', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('verification_counts');
  }
}
