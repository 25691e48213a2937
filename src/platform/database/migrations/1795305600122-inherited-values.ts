import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, id, time } from './portable-table.js';

const COLUMNS = [id('transferred_from', { nullable: true }), time('transferred_at', { nullable: true })];

/** The former owner of an old value that was inherited, when its token has a new value that is not (contract §5). */
export class InheritedValues1795305600122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'token_values', COLUMNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, 'token_values', COLUMNS);
  }
}
