import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names that must be unique in a site or in the deployment. */
const UNIQUE_TEXTS = [
  ['users', 'email'],
  ['sites', 'name'],
  ['accounts', 'name'],
  ['projects', 'name'],
  ['certificates', 'name'],
  ['credentials', 'name'],
  ['connections', 'name'],
  ['proxies', 'name'],
] as const;
const AT_ONCE = 1_000;

interface Row {
  readonly id: string;
  readonly text: string;
}

/**
 * From here on, texts are NFC, and the domains of e-mail addresses are ASCII. The migration converts older texts, so that they
 * compare with new ones. If two rows would get the same name, both stay as they are.
 */
export class NormalTexts1795305600092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of UNIQUE_TEXTS) await normalize(runner, table, column);
  }

  /** A normalised text is still the same text. */
  async down(): Promise<void> {}
}

async function normalize(runner: QueryRunner, table: string, column: string): Promise<void> {
  for (let after = ''; ;) {
    const sql = `SELECT id, ${column} AS text FROM ${table} WHERE id > ? AND ${column} IS NOT NULL ORDER BY id LIMIT ${AT_ONCE}`;
    const rows = (await runner.query(sql, [after])) as Row[];
    for (const { id, text } of rows) {
      const normal = column === 'email' ? normalEmail(text) : text.normalize('NFC');
      if (normal !== text) await replace(runner, `UPDATE ${table} SET ${column} = ? WHERE id = ?`, [normal, id]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.id;
  }
}

async function replace(runner: QueryRunner, sql: string, parameters: readonly string[]): Promise<void> {
  try {
    await runner.query(sql, [...parameters]);
  } catch (error) {
    if (!/UNIQUE constraint|Duplicate entry/.test(String(error))) throw error;
  }
}

function normalEmail(email: string): string {
  const name = email.normalize('NFC').toLowerCase();
  const at = name.lastIndexOf('@');
  const domain = domainToASCII(name.slice(at + 1));
  const normal = domain === '' ? name : name.slice(0, at + 1) + domain;
  return normal.length > 254 ? email : normal;
}
