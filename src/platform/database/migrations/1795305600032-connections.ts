import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, reference, text, time } from './portable-table.js';

export class Connections1795305600032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'connections',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        text('name', 200),
        text('base_url', 2000),
        id('credential_id', { nullable: true }),
        id('ca_certificate_id', { nullable: true }),
        id('client_certificate_id', { nullable: true }),
        integer('version'),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [['site_id', 'name']],
      indexes: [['site_id', 'id'], ['credential_id'], ['ca_certificate_id'], ['client_certificate_id']],
      references: [
        reference('connections', 'site_id', 'sites'),
        reference('connections', 'credential_id', 'credentials'),
        reference('connections', 'ca_certificate_id', 'certificates'),
        reference('connections', 'client_certificate_id', 'certificates'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('connections');
  }
}
