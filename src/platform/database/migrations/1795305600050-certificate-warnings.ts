import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes, dropIndexes, isMysql } from './portable-table.js';

/**
 * When people were warned of a certificate's end, and the index that finds certificates without a warning. In SQL, for the reason
 * that SitePolicy1795305600017 gives.
 */
export class CertificateWarnings1795305600050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE certificates ADD COLUMN warned_at ${isMysql(runner) ? 'datetime(3)' : 'datetime'} NULL`,
    );
    await addIndexes(runner, 'certificates', [['valid_to']]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'certificates', [['valid_to']]);
    await runner.query('ALTER TABLE certificates DROP COLUMN warned_at');
  }
}
