import { getMetadataArgsStorage } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { endOfGroup, partsOf, tablesOf } from './sql-parts.js';

/**
 * A statement without what only tells how many there were of something: of equal things in a row one is left, and an ellipsis, so
 * that it doesn't matter of how many ids somebody has asked.
 */
export function shapeOf(sql: string): string {
  const flat = sql
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\() | (?=\))/g, '')
    .trim();
  // Rows are inserted by the thousand or one at a time, and which of their columns are null is nothing of the statement.
  const insertedOnce = flat.replace(/ VALUES \([^()]*\)(?:, \([^()]*\))*/, ' VALUES (?, ?)');
  return collapsed(withoutColumns(insertedOnce))
    .replaceAll(/\bWHEN \? THEN \?(?: WHEN \? THEN \?)*/g, 'WHEN ? THEN ? …')
    .replaceAll(/(SELECT \?, [^()]*? = \?)(?: UNION ALL \1)*/g, '$1 UNION ALL …')
    .replaceAll(/\bIN \(\?\)/g, 'IN (?, …)')
    .replaceAll(/\bLIMIT (?!1\b)\d+/g, 'LIMIT n')
    .replaceAll(/\bOFFSET \d+/g, 'OFFSET n');
}

const COLUMNS: ReadonlyMap<string | undefined, number> = new Map(
  ENTITIES.map((entity) => {
    const [table] = getMetadataArgsStorage().filterTables(entity);
    return [table?.name, getMetadataArgsStorage().filterColumns(entity).length];
  }),
);
const COLUMN = /([`"])(\w+)\1\.\1\w+\1 AS \1\2_\w+\1(?:, \1\2\1\.\1\w+\1 AS \1\2_\w+\1)*/g;

/** The ORM names all columns of an entity, each under a name of its own: as `"row".*` that can be read. */
function withoutColumns(sql: string): string {
  const tables = tablesOf(sql);
  return sql.replaceAll(COLUMN, (columns, quote: string, alias: string) => {
    const isWhole = columns.split(', ').length === COLUMNS.get(tables.get(alias));
    return isWhole ? `${quote}${alias}${quote}.*` : columns;
  });
}

/** First what is in parentheses, then what is around them. Two pairs around the same are one. */
function collapsed(sql: string): string {
  let text = '';
  for (let at = 0; at < sql.length; at++) {
    const start = at;
    if (sql[at] === '(' || sql[at] === "'") at = endOfGroup(sql, at);
    const inner = sql[start] === '(' ? collapsed(sql.slice(start + 1, at)) : null;
    if (inner === null) text += sql.slice(start, at + 1);
    else text += inner.startsWith('(') && endOfGroup(inner, 0) === inner.length - 1 ? inner : `(${inner})`;
  }
  return onceEach(onceEach(text, ', '), ' OR ');
}

function onceEach(text: string, separator: string): string {
  const parts = partsOf(text, separator);
  const kept = parts.flatMap((part, index) => {
    if (part !== parts[index - 1]) return [part];
    return part === parts[index - 2] ? [] : ['…'];
  });
  return kept.join(separator);
}
