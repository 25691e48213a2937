import type { Dialect } from './dialect.js';

/** Rows that count something. If the unique key of a row exists, its counts are added; otherwise the row is inserted. */
export interface Increment {
  readonly table: string;
  /** Every column, in the order of the values. */
  readonly columns: readonly string[];
  /** The columns of a unique key. */
  readonly key: readonly string[];
  /** The columns whose values are added. */
  readonly counts: readonly string[];
}

/** One statement for this many rows. Instances that count the same thing add up, whichever comes first. */
export function incrementQuery(dialect: Dialect, { table, columns, key, counts }: Increment, rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array<string>(rows).fill(row).join(', ')}`;
  const sums = (added: (column: string) => string) =>
    counts.map((column) => `${column} = ${table}.${column} + ${added(column)}`).join(', ');
  return dialect === 'sqlite'
    ? `${insert} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${sums((column) => `excluded.${column}`)}`
    : `${insert} ON DUPLICATE KEY UPDATE ${sums((column) => `VALUES(${column})`)}`;
}
