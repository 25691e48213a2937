import {
  Table,
  TableIndex,
  type QueryRunner,
  type TableColumnOptions,
  type TableForeignKeyOptions,
  type TableIndexOptions,
} from 'typeorm';

const ASCII = { charset: 'ascii', collation: 'ascii_bin' };
const UNICODE = { charset: 'utf8mb4', collation: 'utf8mb4_bin' };

interface ColumnTraits {
  readonly nullable?: true;
  readonly primary?: true;
}

/** A column as migrations write it. Its traits say how it differs from a plain NOT NULL column. */
export type PortableColumn = TableColumnOptions;

const column = (options: TableColumnOptions, traits: ColumnTraits): PortableColumn => ({
  ...options,
  isNullable: traits.nullable ?? false,
  isPrimary: traits.primary ?? false,
});

// These repeat platform/database/columns.ts on purpose: a migration that has run must never change its meaning.
export const id = (name: string, traits: ColumnTraits = {}) => word(name, 36, traits);
export const hash = (name: string, traits: ColumnTraits = {}) => word(name, 64, traits);
export const word = (name: string, length: number, traits: ColumnTraits = {}) =>
  column({ name, type: 'varchar', length: String(length), ...ASCII }, traits);
export const text = (name: string, length: number, traits: ColumnTraits = {}) =>
  column({ name, type: 'varchar', length: String(length), ...UNICODE }, traits);
export const longText = (name: string, traits: ColumnTraits = {}) => column({ name, type: 'text', ...UNICODE }, traits);
export const json = longText;
export const time = (name: string, traits: ColumnTraits = {}) =>
  column({ name, type: 'datetime', precision: 3 }, traits);
export const integer = (name: string, traits: ColumnTraits = {}) => column({ name, type: 'integer' }, traits);
export const large = (name: string, traits: ColumnTraits = {}) => column({ name, type: 'bigint' }, traits);

interface PortableTable {
  readonly name: string;
  readonly columns: readonly PortableColumn[];
  /** Unique keys and indexes by their columns. Their names follow from the columns. */
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
  readonly references?: readonly TableForeignKeyOptions[];
}

/** `fk_<table>_<column>`. Any rule other than RESTRICT must be asked for: a forgotten step of a removal must fail loudly. */
export function reference(
  table: string,
  columnName: string,
  referenced: string,
  onDelete: 'RESTRICT' | 'CASCADE' = 'RESTRICT',
): TableForeignKeyOptions {
  return {
    name: `fk_${table}_${columnName}`,
    columnNames: [columnName],
    referencedTableName: referenced,
    referencedColumnNames: ['id'],
    onDelete,
    onUpdate: 'RESTRICT',
  };
}

/** One statement on MySQL, whose DDL is not transactional: a migration has either made the whole table or nothing. */
export async function createTable(runner: QueryRunner, table: PortableTable): Promise<void> {
  const mysql = isMysql(runner);
  const columns = table.columns.map((entry) => (mysql ? entry : asOnSqlite(entry)));
  const indices: TableIndexOptions[] = [
    ...(table.unique ?? []).map((names) => indexOn('uq', table.name, names)),
    ...(table.indexes ?? []).map((names) => indexOn('ix', table.name, names)),
  ];
  const foreignKeys = [...(table.references ?? [])];
  await runner.createTable(
    new Table({ name: table.name, columns, indices, foreignKeys, ...(mysql ? { engine: 'InnoDB' } : {}) }),
  );
}

/**
 * Adds the missing columns, each nullable and without a default. In SQL, because on SQLite the runner's addColumn rewrites the
 * whole table and everything that refers to it.
 */
export async function addColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly PortableColumn[],
): Promise<void> {
  const there = await namesOfColumns(runner, table);
  for (const { name, type, length, precision, charset, collation } of columns) {
    if (there.includes(name)) continue;
    const size = length ?? (isMysql(runner) ? precision : undefined);
    const text = isMysql(runner) && charset !== undefined ? ` CHARACTER SET ${charset} COLLATE ${collation ?? ''}` : '';
    const sql = `${type}${size === undefined || size === null ? '' : `(${size})`}${text}`;
    await runner.query(`ALTER TABLE ${table} ADD COLUMN ${name} ${sql} NULL`);
  }
}

/** Drops the columns that exist. */
export async function dropColumns(
  runner: QueryRunner,
  table: string,
  columns: readonly Pick<PortableColumn, 'name'>[],
): Promise<void> {
  const there = await namesOfColumns(runner, table);
  for (const { name } of columns)
    if (there.includes(name)) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${name}`);
}

/**
 * Adds the missing indexes. A migration of several statements must be repeatable on MySQL, where each statement commits by
 * itself.
 */
export async function addIndexes(
  runner: QueryRunner,
  table: string,
  indexes: readonly (readonly string[])[],
): Promise<void> {
  const there = await namesOfIndexes(runner, table);
  const wanted = indexes.map((names) => new TableIndex(indexOn('ix', table, names)));
  await runner.createIndices(
    table,
    wanted.filter(({ name }) => !there.includes(name)),
  );
}

/** Drops the indexes that exist, for the same reason. */
export async function dropIndexes(
  runner: QueryRunner,
  table: string,
  indexes: readonly (readonly string[])[],
): Promise<void> {
  const there = await namesOfIndexes(runner, table);
  const wanted = indexes.map((names) => new TableIndex(indexOn('ix', table, names)));
  await runner.dropIndices(
    table,
    wanted.filter(({ name }) => there.includes(name)),
  );
}

async function namesOfColumns(runner: QueryRunner, table: string): Promise<string[]> {
  return (await runner.getTable(table))?.columns.map(({ name }) => name) ?? [];
}

async function namesOfIndexes(runner: QueryRunner, table: string): Promise<(string | undefined)[]> {
  return (await runner.getTable(table))?.indices.map(({ name }) => name) ?? [];
}

export function isMysql(runner: QueryRunner): boolean {
  return runner.dataSource.options.type !== 'better-sqlite3';
}

function indexOn(prefix: 'uq' | 'ix', table: string, columnNames: readonly string[]): TableIndexOptions {
  return {
    name: `${prefix}_${table}_${columnNames.join('_')}`,
    columnNames: [...columnNames],
    isUnique: prefix === 'uq',
  };
}

function asOnSqlite(entry: PortableColumn): PortableColumn {
  const rest: { -readonly [K in keyof PortableColumn]: PortableColumn[K] } = { ...entry };
  delete rest.charset;
  delete rest.collation;
  delete rest.precision;
  return rest;
}
