import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes, dropIndexes } from './portable-table.js';

/** This index is a prefix of the one that LiveTokenIndexes1795305600090 makes, so writing it would be a waste. */
const INDEXES = [['application_id']];

export class ApplicationTokensIndex1795305600091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'tokens', INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await addIndexes(runner, 'tokens', INDEXES);
  }
}
