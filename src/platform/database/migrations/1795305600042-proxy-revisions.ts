import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, id, integer, json, reference, time } from './portable-table.js';

export class ProxyRevisions1795305600042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, {
      name: 'proxy_revisions',
      columns: [
        id('id', { primary: true }),
        id('site_id'),
        id('proxy_id'),
        integer('number'),
        json('snapshot'),
        time('created_at'),
        id('created_by'),
      ],
      unique: [['proxy_id', 'number']],
      indexes: [['site_id', 'id']],
      references: [
        reference('proxy_revisions', 'site_id', 'sites'),
        reference('proxy_revisions', 'proxy_id', 'proxies'),
      ],
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('proxy_revisions');
  }
}
