import type { BaseDataSourceOptions } from 'typeorm/data-source/BaseDataSourceOptions.js';
import { MIGRATIONS } from './migrations.js';
import { SnakeCaseNaming } from './snake-case-naming.js';

/** The classes of the tables. app/entities.ts has the whole list, because the ORM needs all of them at once. */
export type Entities = readonly (abstract new () => object)[];

/** What the data sources of both dialects have in common. */
export const ormOptions = {
  migrations: [...MIGRATIONS],
  migrationsTableName: 'schema_migrations',
  namingStrategy: new SnakeCaseNaming(),
  synchronize: false,
  logging: false,
  // A condition that somebody forgot to fill in would match every row.
  invalidWhereValuesBehavior: { null: 'sql-null', undefined: 'throw' } as const,
} satisfies Omit<BaseDataSourceOptions, 'type'>;
