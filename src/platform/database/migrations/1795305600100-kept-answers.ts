import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, hash, id, longText, reference, time } from './portable-table.js';

export class KeptAnswers1795305600100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'kept_answers',
      columns: [
        hash('hash', { primary: true }),
        id('site_id'),
        hash('caller_hash'),
        longText('sealed'),
        time('created_at'),
      ],
      indexes: [['site_id'], ['caller_hash', 'created_at'], ['created_at']],
      references: [reference('kept_answers', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('kept_answers');
  }
}
