import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndexes, dropIndexes } from './portable-table.js';

/** The indexes by which the scheduled clean-up finds rows that are over. */
const INDEXES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  tokens: [['revoked_at'], ['last_used_at', 'created_at', 'site_id']],
  client_secrets: [['expires_at'], ['revoked_at']],
  applications: [['deleted_at'], ['access_token_id']],
  sessions: [['ended_at'], ['last_seen_at']],
  invitations: [['used_at']],
  users: [['status', 'updated_at']],
};

export class RetentionIndexes1795305600019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, indexes] of Object.entries(INDEXES)) await addIndexes(runner, table, indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, indexes] of Object.entries(INDEXES)) await dropIndexes(runner, table, indexes);
  }
}
