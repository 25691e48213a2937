import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id } from './portable-table.js';

/** One row per site, made when the site is locked for the first time. */
export class SiteLocks1795305600123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, { name: 'site_locks', columns: [id('site_id', { primary: true })] });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('site_locks');
  }
}
