import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, reference, word } from './portable-table.js';

export class UserRoles1795305600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'user_roles',
      columns: [id('user_id', { primary: true }), word('role', 64, { primary: true }), id('site_id')],
      indexes: [['site_id', 'role']],
      references: [reference('user_roles', 'user_id', 'users'), reference('user_roles', 'site_id', 'sites')],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('user_roles');
  }
}
