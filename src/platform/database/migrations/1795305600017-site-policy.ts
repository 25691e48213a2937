import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

/**
 * The policy of a site; null asks nothing of its tokens. This is plain SQL, because on SQLite the runner's addColumn rewrites the
 * whole table and everything that refers to it.
 */
export class SitePolicy1795305600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const type = isMysql(runner) ? 'text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : 'text';
    await runner.query(`ALTER TABLE sites ADD COLUMN policy ${type} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sites DROP COLUMN policy');
  }
}
