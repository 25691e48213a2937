import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, json, reference, text, time, word } from './portable-table.js';

export class Proxies1795305600041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'proxies',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('account_id'),
        id('project_id'),
        text('name', 200),
        text('description', 1000, { nullable: true }),
        word('path', 200),
        id('connection_id'),
        json('settings'),
        integer('deployed_revision', { nullable: true }),
        word('deployed_path', 200, { nullable: true }),
        id('deployed_connection_id', { nullable: true }),
        time('created_at'),
        time('updated_at'),
      ],
      unique: [
        ['project_id', 'name'],
        ['site_id', 'path'],
        ['site_id', 'deployed_path'],
      ],
      indexes: [['site_id', 'id'], ['connection_id'], ['deployed_connection_id'], ['account_id']],
      references: [
        reference('proxies', 'site_id', 'sites'),
        reference('proxies', 'account_id', 'accounts'),
        reference('proxies', 'project_id', 'projects'),
        reference('proxies', 'connection_id', 'connections'),
        reference('proxies', 'deployed_connection_id', 'connections'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('proxies');
  }
}
