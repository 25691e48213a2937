import type { BaseDataSourceOptions } from 'typeorm/data-source/BaseDataSourceOptions.js';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations.js';
import { SnakeCaseNaming } from './snake-case-naming.js';

/** What the data sources of both dialects have in common. */
export const ormOptions = {
  entities: [...ENTITIES],
  migrations: [...MIGRATIONS],
  migrationsTableName: 'schema_migrations',
  namingStrategy: new SnakeCaseNaming(),
  synchronize: false,
  logging: false,
  // A condition that somebody forgot to fill in would match every row.
  invalidWhereValuesBehavior: { null: 'sql-null', undefined: 'throw' } as const,
} satisfies Omit<BaseDataSourceOptions, 'type'>;
