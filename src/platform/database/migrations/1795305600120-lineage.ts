import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, addIndexes, dropColumns, dropIndexes, id, word } from './portable-table.js';

const MAKER = [
  word('issued_with_kind', 16, { nullable: true }),
  word('issued_with', 64, { nullable: true }),
  id('made_by', { nullable: true }),
];
const OF_TOKEN_VALUES = [word('lineage_key', 64, { nullable: true }), ...MAKER];

/**
 * The maker of each value (contract §9, "Lineage"). Older values have no maker: they count as made by the creator of the token or
 * the application.
 */
export class Lineage1795305600120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'token_values', OF_TOKEN_VALUES);
    await addColumns(runner, 'client_secrets', MAKER);
    await addIndexes(runner, 'token_values', [['issued_with']]);
    await addIndexes(runner, 'client_secrets', [['issued_with']]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, 'client_secrets', [['issued_with']]);
    await dropIndexes(runner, 'token_values', [['issued_with']]);
    await dropColumns(runner, 'client_secrets', MAKER);
    await dropColumns(runner, 'token_values', OF_TOKEN_VALUES);
  }
}
