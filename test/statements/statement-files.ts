import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { laidOut } from './layout.js';
import type { RecordedStatements } from './recorded-statements.js';
import type { Statement, StatementsOfClass } from './recorder.js';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));
const FILES = fileURLToPath(new URL('../../docs/sql', import.meta.url));

/** Writes `docs/sql` of a dialect anew. */
export function writeFiles(dialect: Dialect, recorded: RecordedStatements): void {
  const folder = join(FILES, dialect);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of filesOf(recorded)) writeFileSync(join(folder, name), text);
}

/**
 * The files that are not what they would be now, by their names. Another release of the server may plan otherwise: then the
 * statements alone are compared.
 */
export function staleFiles(dialect: Dialect, recorded: RecordedStatements): string[] {
  const folder = join(FILES, dialect);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const written = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const wanted = filesOf(recorded);
  const compared = isOfThisServer(dialect, recorded) ? (text = '') => text : withoutPlans;
  return [...new Set([...written.keys(), ...wanted.keys()])]
    .filter((name) => compared(written.get(name)) !== compared(wanted.get(name)))
    .sort();
}

/** Whether the plans in the files are those of the server that has been asked now. */
export function isOfThisServer(dialect: Dialect, { server }: RecordedStatements): boolean {
  const folder = join(FILES, dialect);
  const [name] = existsSync(folder) ? readdirSync(folder) : [];
  return name !== undefined && readFileSync(join(folder, name), 'utf8').startsWith(headOf(server));
}

/** The file that each exported class is in, from the folder of the sources. */
export function sourcesByClass(): ReadonlyMap<string, string> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.flatMap((file) => {
      const classes = readFileSync(join(SOURCES, file), 'utf8').matchAll(/^export (?:abstract )?class (\w+)/gm);
      return [...classes].map(([, name = '']) => [name, file] as const);
    }),
  );
}

/** One for each class that sends anything. The folder of its source is not in the name: a class that moves sends the same. */
function filesOf({ server, statements }: RecordedStatements): ReadonlyMap<string, string> {
  const sources = sourcesByClass();
  const senders = [...statements].filter(([, methods]) => [...methods.values()].some(({ length }) => length > 0));
  return new Map(
    senders.map(([type, methods]) => {
      const source = sources.get(type);
      if (source === undefined) throw new Error(`${type} is in no file of src`);
      return [`${basename(source, '.ts')}.sql`, `${headOf(server)}\n${sectionsOf(type, methods)}`];
    }),
  );
}

function headOf(server: string): string {
  return `-- Written by \`npm run sql\`, see docs/database.md. The plans are those of ${server}.\n`;
}

function withoutPlans(text = ''): string {
  return text.replaceAll(/^-- (?:plan: |Written by ).*\n/gm, '');
}

function sectionsOf(type: string, methods: StatementsOfClass): string {
  const parts = [...methods].filter(([, statements]) => statements.length > 0);
  return parts.map(([method, sent]) => `-- ${type}.${method}\n\n${sent.map(textOf).join('\n')}`).join('\n');
}

function textOf({ sql, plan }: Statement): string {
  const plans = (plan ?? []).map(({ text }) => `-- plan: ${text}\n`);
  return `${laidOut(sql).join('\n')};\n${plans.join('')}`;
}
