import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes, dropIndexes } from './portable-table.js';

/** The live tokens of a user and of an application, next to each other: they are counted before another one is issued. */
const INDEXES = [
  ['owner_id', 'revoked_at', 'expires_at'],
  ['application_id', 'revoked_at', 'expires_at'],
];

export class LiveTokenIndexes1795305600090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addIndexes(runner, 'tokens', INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'tokens', INDEXES);
  }
}
