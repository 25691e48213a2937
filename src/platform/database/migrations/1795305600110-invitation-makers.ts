import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

const COLUMNS = [
  ['made_by', 36],
  ['issued_with_kind', 16],
  ['issued_with', 36],
] as const;

/**
 * Who made an invitation, and with what credential. In SQL, for the reason that SitePolicy1795305600017 gives. On MySQL this is
 * one statement, because each statement commits by itself there.
 */
export class InvitationMakers1795305600110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const collation = isMysql(runner) ? ' CHARACTER SET ascii COLLATE ascii_bin' : '';
    await alter(
      runner,
      COLUMNS.map(([name, length]) => `ADD COLUMN ${name} varchar(${length})${collation} NULL`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await alter(
      runner,
      COLUMNS.map(([name]) => `DROP COLUMN ${name}`),
    );
  }
}

/** SQLite takes one change per statement, and rolls back all of them together. */
async function alter(runner: QueryRunner, changes: readonly string[]): Promise<void> {
  for (const change of isMysql(runner) ? [changes.join(', ')] : changes)
    await runner.query(`ALTER TABLE invitations ${change}`);
}
