import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, integer, word } from './portable-table.js';

export class DeploymentState1795305600043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'deployment_state',
      columns: [word('id', 16, { primary: true }), integer('version')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('deployment_state');
  }
}
