import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from './portable-table.js';

const COLUMN = 'settings %s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';

/** 2,000 rules are more than the 64 KiB of MySQL's text. SQLite has no such limit. */
export class LongProxies1795305600130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query(`ALTER TABLE proxies MODIFY ${COLUMN.replace('%s', 'mediumtext')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (isMysql(runner)) await runner.query(`ALTER TABLE proxies MODIFY ${COLUMN.replace('%s', 'text')}`);
  }
}
