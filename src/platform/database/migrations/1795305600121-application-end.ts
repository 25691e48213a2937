import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, time } from './portable-table.js';

const COLUMNS = [time('ends_at', { nullable: true })];

/**
 * The end of an application that an expiring credential registered (contract §1). Null means never, as for all older
 * applications.
 */
export class ApplicationEnd1795305600121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'applications', COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'applications', COLUMNS);
  }
}
