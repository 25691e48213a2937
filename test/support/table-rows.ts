import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from './test-app.js';

type Row = Readonly<Record<string, unknown>>;

const TABLES = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  mysql: 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
} as const;

/** All rows of all tables as the database gives them, as somebody with a dump would read them. */
export async function rowsOf({ app }: TestApp, wanted: (table: string) => boolean = () => true) {
  const { reader, dialect } = app.get(Database, { strict: false });
  const tables = (await reader.query<{ name: string }[]>(TABLES[dialect])).map(({ name }) => name).filter(wanted);
  const rows: Record<string, Row[]> = {};
  for (const table of tables) rows[table] = await reader.query<Row[]>(`SELECT * FROM \`${table}\``);
  return rows;
}
