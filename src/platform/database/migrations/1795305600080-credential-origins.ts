import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

/** The origins that a credential may be sent to. In SQL, for the reason that SitePolicy1795305600017 gives. */
export class CredentialOrigins1795305600080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const type = isMysql(runner) ? 'text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin' : 'text';
    await runner.query(`ALTER TABLE credentials ADD COLUMN origins ${type} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credentials DROP COLUMN origins');
  }
}
