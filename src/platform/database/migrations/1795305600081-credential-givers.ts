import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

/** Who gave the secret of a credential. In SQL, for the reason that SitePolicy1795305600017 gives. */
export class CredentialGivers1795305600081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const charset = isMysql(runner) ? ' CHARACTER SET ascii COLLATE ascii_bin' : '';
    await runner.query(`ALTER TABLE credentials ADD COLUMN secret_set_by varchar(36)${charset} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE credentials DROP COLUMN secret_set_by');
  }
}
