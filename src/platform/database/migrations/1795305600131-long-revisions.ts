import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

const COLUMN = 'snapshot %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';

/** 2,000 rules are more than the 64 KiB of MySQL's text. SQLite has no such limit. */
export class LongRevisions1795305600131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query(`ALTER TABLE proxy_revisions MODIFY ${COLUMN.replace('%s', 'mediumtext')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query(`ALTER TABLE proxy_revisions MODIFY ${COLUMN.replace('%s', 'text')}`);
  }
}
