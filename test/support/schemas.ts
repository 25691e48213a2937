import type { TableColumn } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Database } from '../../src/platform/database/database.js';

/** A schema in a form in which two dialects, and the entities, can be compared. */
export type ComparableSchema = Record<string, ComparableTable>;

export interface ComparableTable {
  readonly columns: Record<string, string>;
  readonly primaryKey: string[];
  readonly indexes: string[];
  readonly references: string[];
}

const OWN_TABLES = new Set(['schema_migrations', 'typeorm_metadata']);
const TEXT_TYPES = new Set(['varchar', 'text', 'mediumtext', 'simple-json']);

export async function schemaOfDatabase(database: Database): Promise<ComparableSchema> {
  const runner = database.writer.createQueryRunner();
  try {
    const names = await tableNames(database);
    // Without names it would describe every schema of the server.
    const tables = names.length === 0 ? [] : await runner.getTables(names);
    const defaults = database.dialect === 'mysql' ? await defaultCharset(database) : undefined;
    return Object.fromEntries(
      tables
        .map((table) => [table.name.split('.').at(-1) ?? '', table] as const)
        .map(([name, table]) => [
          name,
          {
            columns: Object.fromEntries(table.columns.map((column) => [column.name, describeStored(column, defaults)])),
            primaryKey: table.primaryColumns.map((column) => column.name),
            indexes: table.indices
              .map((index) => indexText(index.name ?? '', index.columnNames, index.isUnique))
              .sort((a, b) => a.localeCompare(b)),
            references: table.foreignKeys
              .map((key) => referenceText(key.columnNames, key.referencedTableName, key))
              .sort((a, b) => a.localeCompare(b)),
          },
        ]),
    );
  } finally {
    await runner.release();
  }
}

export function schemaOfEntities(database: Database): ComparableSchema {
  return Object.fromEntries(
    database.writer.entityMetadatas.map((metadata) => [
      metadata.tableName,
      {
        columns: Object.fromEntries(
          metadata.columns.map((column) => [column.databaseName, describeWanted(column, database)]),
        ),
        primaryKey: metadata.primaryColumns.map((column) => column.databaseName),
        indexes: metadata.indices
          .map((index) =>
            indexText(
              index.name,
              index.columns.map((column) => column.databaseName),
              index.isUnique,
            ),
          )
          .sort((a, b) => a.localeCompare(b)),
        references: metadata.foreignKeys
          .map((key) => referenceText(key.columnNames, key.referencedEntityMetadata.tableName, key))
          .sort((a, b) => a.localeCompare(b)),
      },
    ]),
  );
}

function describeStored(column: TableColumn, defaults: Collation | undefined): string {
  const text = TEXT_TYPES.has(column.type);
  return describeColumn({
    type: column.type,
    length: column.length,
    precision: defaults === undefined ? undefined : column.precision,
    nullable: column.isNullable,
    collation: text && defaults !== undefined ? (column.collation ?? defaults.collation) : undefined,
  });
}

function describeWanted(column: ColumnMetadata, database: Database): string {
  const mysql = database.dialect === 'mysql';
  const type = String(column.type);
  return describeColumn({
    type: type === 'simple-json' ? 'text' : type,
    length: column.length,
    precision: mysql ? column.precision : undefined,
    nullable: column.isNullable,
    collation: mysql ? column.collation : undefined,
  });
}

interface ColumnTraits {
  readonly type: string;
  readonly length: string;
  readonly precision: number | null | undefined;
  readonly nullable: boolean;
  readonly collation: string | undefined;
}

function describeColumn({ type, length, precision, nullable, collation }: ColumnTraits): string {
  const size = length !== '' ? `(${length})` : typeof precision === 'number' ? `(${precision})` : '';
  return [`${type === 'integer' ? 'int' : type}${size}`, collation, nullable ? 'null' : 'not null']
    .filter((part) => part !== undefined)
    .join(' ');
}

function indexText(name: string, columns: readonly string[], unique: boolean): string {
  return `${name} (${columns.join(', ')})${unique ? ' unique' : ''}`;
}

interface ReferentialActions {
  readonly onDelete?: string | undefined;
  readonly onUpdate?: string | undefined;
}

function referenceText(columns: readonly string[], table: string, actions: ReferentialActions): string {
  return `${columns.join(', ')} -> ${table.split('.').at(-1) ?? ''} on delete ${actions.onDelete ?? '?'} on update ${actions.onUpdate ?? '?'}`;
}

async function tableNames(database: Database): Promise<string[]> {
  const rows = await database.writer.query<Record<string, string>[]>(
    database.dialect === 'mysql' ? 'SHOW TABLES' : "SELECT name FROM sqlite_master WHERE type = 'table'",
  );
  return rows
    .flatMap((row) => Object.values(row))
    .filter((name) => !OWN_TABLES.has(name) && !name.startsWith('sqlite_'));
}

interface Collation {
  readonly collation: string;
}

async function defaultCharset(database: Database): Promise<Collation> {
  const rows = await database.writer.query<Collation[]>('SELECT @@collation_database AS collation');
  const [row] = rows;
  if (row === undefined) throw new Error('the server names no default collation');
  return row;
}
