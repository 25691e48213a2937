import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

/**
 * What a site asks of its tokens; null asks nothing. In SQL, because the runner's addColumn writes the whole table anew on
 * SQLite, with everything that refers to it.
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
