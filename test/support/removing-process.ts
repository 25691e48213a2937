import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { QueryRunner } from 'typeorm';
import type { DatabaseSettings } from '../../src/platform/config/settings.js';
import { Secret } from '../../src/shared/crypto/secret.js';
import type { Actor } from '../../src/shared/authz/actor.js';
import { testSettings } from './test-settings.js';

// A process that removes a user and kills itself just before the first statement that matches `killBefore`, or after the
// commit and before the answer. It runs the built modules: the sources would take seconds to load each time.
export interface RemovalOrder {
  readonly dataDir: string;
  readonly database: { readonly sqlite: string } | { readonly mysql: string };
  readonly actor: Actor;
  readonly userId: string;
  /** A pattern of SQL, or `answer`. */
  readonly killBefore: string;
}

const built = (path: string): Promise<unknown> => import(new URL(`../../dist/${path}`, import.meta.url).href);
const { ENTITIES } = (await built('app/entities.js')) as typeof import('../../src/app/entities.js');
const { AdminModule } = (await built('admin/admin.module.js')) as typeof import('../../src/admin/admin.module.js');
const { AuditModule } = (await built(
  'platform/audit/audit.module.js',
)) as typeof import('../../src/platform/audit/audit.module.js');
const { MakersModule } = (await built(
  'principals/makers/makers.module.js',
)) as typeof import('../../src/principals/makers/makers.module.js');
const { ConfigModule } = (await built(
  'platform/config/config.module.js',
)) as typeof import('../../src/platform/config/config.module.js');
const { Database } = (await built(
  'platform/database/database.js',
)) as typeof import('../../src/platform/database/database.js');
const { DatabaseModule } = (await built(
  'platform/database/database.module.js',
)) as typeof import('../../src/platform/database/database.module.js');
const { RemoveUser } = (await built(
  'admin/removal/remove-user.js',
)) as typeof import('../../src/admin/removal/remove-user.js');

@Module({})
class RemovingModule {}

const { dataDir, database, actor, userId, killBefore } = JSON.parse(process.argv[2] ?? '{}') as RemovalOrder;
const location: DatabaseSettings =
  'sqlite' in database ? { kind: 'sqlite', file: database.sqlite } : { kind: 'mysql', url: new Secret(database.mysql) };
const imports = [
  ConfigModule.register(testSettings({ dataDir, database: location })),
  DatabaseModule.register(ENTITIES),
  MakersModule,
  AuditModule,
  AdminModule,
];
const context = await NestFactory.createApplicationContext(
  { module: RemovingModule, imports },
  { logger: false, abortOnError: false },
);

async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined); // the signal is on its way, and the statement must not be
}

const fault = new RegExp(killBefore, 'i');
const { writer } = context.get(Database);
const create = writer.createQueryRunner.bind(writer) as () => QueryRunner;
Object.assign(writer, {
  createQueryRunner: () => {
    const runner = create();
    const query = runner.query.bind(runner) as (...parameters: unknown[]) => Promise<unknown>;
    return Object.assign(runner, {
      query: async (...parameters: unknown[]) => {
        if (fault.test(parameters.map(String).join(' '))) await die();
        return query(...parameters);
      },
    });
  },
});

const { credential } = actor.principal;
// No date survives JSON; without one it is no session, which could be stale.
const principal = { ...actor.principal, credential: { ...credential, confirmedAt: null } };
const remover = context.get(RemoveUser, { strict: false });
await remover.remove({ ...actor, principal }, userId, { reassignTo: null, decommission: false }, null);
if (killBefore === 'answer') await die();
await context.close();
