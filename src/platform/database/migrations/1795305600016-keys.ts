import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, json, longText, time, word } from './portable-table.js';

export class Keys1795305600016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'keys',
      columns: [
        id('id', { primary: true }),
        word('purpose', 16),
        longText('sealed'),
        json('public_jwk', { nullable: true }),
        time('created_at'),
        time('retired_at', { nullable: true }),
      ],
      indexes: [['purpose', 'created_at']],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('keys');
  }
}
