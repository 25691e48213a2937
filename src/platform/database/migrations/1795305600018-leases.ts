import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, time, word } from './portable-table.js';

export class Leases1795305600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'leases',
      columns: [word('name', 64, { primary: true }), id('holder'), time('expires_at')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('leases');
  }
}
