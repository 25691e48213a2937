import type { Dialect } from '../../src/platform/database/dialect.js';
import { tablesOf } from './sql-parts.js';

/** How the database reaches the rows of one table of a statement. */
export interface Access {
  /** As the file shows it. */
  readonly text: string;
  /** The table that is walked through from its beginning to its end, by whatever index; null where an index finds the rows. */
  readonly walks: string | null;
}

export type Plan = readonly Access[];

/** What comes before a statement, to be told how it would be answered. */
export const EXPLAIN = { sqlite: 'EXPLAIN QUERY PLAN', mysql: 'EXPLAIN FORMAT=JSON' } as const;

/** Of MySQL, the indexes of each table: by name, their columns. */
export type Indexes = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** What EXPLAIN answers, of whichever dialect. */
export type RawPlan = readonly Readonly<Record<string, string>>[];

/** SQLite doesn't say of a plain INSERT more than that, and MySQL nothing of use. */
export function hasPlan(sql: string): boolean {
  return !/^INSERT\b/i.test(sql);
}

/** Whether MySQL had a choice, which rows that are deleted and not yet cleared away can tip. */
export function isChoice(raw: RawPlan): boolean {
  return tablesIn(raw).some(
    ({ access_type: type = 'const', possible_keys: keys = [] }) => keys.length > 2 && !/const|eq_ref/.test(type),
  );
}

export function planOf(dialect: Dialect, sql: string, raw: RawPlan, indexes: Indexes): Plan {
  const tables = tablesOf(sql.replaceAll(/\s+/g, ' '));
  if (dialect === 'sqlite') return raw.map(({ detail = '' }) => ofSqlite(detail, tables));
  return tablesIn(raw).map((table) => ofMysql(table, tables, indexes));
}

/** `SEARCH row USING INDEX … (…)`, without any number of rows; `SCAN row` walks through it, with an index in its order. */
function ofSqlite(text: string, tables: ReadonlyMap<string, string>): Access {
  const alias = /^SCAN (\w+)/.exec(text)?.[1];
  return { text, walks: (alias !== undefined && tables.get(alias)) || null };
}

interface UsedIndex {
  readonly key?: string;
  readonly used_key_parts?: readonly string[];
}

interface MysqlTable extends UsedIndex {
  readonly table_name?: string;
  readonly access_type?: string;
  readonly possible_keys?: readonly string[];
  readonly message?: string;
  /** Of several indexes that are used at once, each in a `range`. */
  readonly index_merge?: object;
}

/** In the order in which they are read. */
function tablesIn(raw: RawPlan): MysqlTable[] {
  return collect<MysqlTable>(JSON.parse(raw[0]?.['EXPLAIN'] ?? '{}'), 'table', []);
}

/** Wherever they stand in the answer. */
function collect<T>(node: unknown, wanted: string, found: T[]): T[] {
  if (typeof node !== 'object' || node === null) return found;
  for (const [name, value] of Object.entries(node)) {
    if (name === wanted) found.push(value as T);
    collect(value, wanted, found);
  }
  return found;
}

/**
 * The table, how it is reached, by which index and how much of it. How many rows it guesses would be another number on every
 * machine, and so would be which it takes of two indexes that begin alike: then the first by name stands for both.
 */
function ofMysql(table: MysqlTable, tables: ReadonlyMap<string, string>, indexes: Indexes): Access {
  const { table_name: alias, access_type: type = '?', message = 'no table', index_merge: merge } = table;
  if (alias === undefined) return { text: `(${message.toLowerCase()})`, walks: null };
  const name = tables.get(alias);
  const used = merge === undefined ? [table] : collect<UsedIndex>(merge, 'range', []);
  const by = used.map((each) => indexOf(each, indexes.get(name ?? ''))).sort();
  return { text: `${alias}: ${type}${by.join(' and')}`, walks: (/^(?:ALL|index)$/.test(type) && name) || null };
}

function indexOf({ key, used_key_parts: parts = [] }: UsedIndex, indexes: Iterable<[string, readonly string[]]> = []) {
  if (key === undefined) return '';
  const isAlike = (columns: readonly string[]) => parts.every((part, place) => columns[place] === part);
  const alike = [...indexes].filter(([, columns]) => isAlike(columns)).map(([index]) => index);
  return ` ${alike.includes(key) ? (alike[0] ?? key) : key} (${parts.join(', ')})`;
}

/** Of a plan that MySQL made. Rows that it did not find while it planned leave nothing to plan. */
export function isOfRows(plan: Plan): boolean {
  return !plan.some(({ text }) => /^\((?:impossible|no matching)/.test(text));
}
