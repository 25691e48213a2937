import { TableForeignKey, type MigrationInterface, type QueryRunner } from 'typeorm';
import { isMysql, reference } from './portable-table.js';

/** The owner of a site, once users exist. On SQLite the migration `sites` has already done this. */
export class SiteOwnerReference1795305600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) {
      await runner.createForeignKey('sites', new TableForeignKey(reference('sites', 'owner_id', 'users')));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.dropForeignKey('sites', 'fk_sites_owner_id');
  }
}
