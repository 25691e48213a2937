import { endOfGroup, partsOf } from './sql-parts.js';

const WIDTH = 118;
const INDENT = '  ';
/** What begins a line, wherever there is more than one line. */
const CLAUSE =
  /(?:SELECT|(?<!DELETE )FROM|LEFT JOIN|INNER JOIN|(?<!(?:LEFT|INNER) )JOIN|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT|UNION|SET|VALUES(?= \()|ON CONFLICT|ON DUPLICATE|FOR UPDATE)\b/y;
const CONDITION = /(?:AND|OR) /y;

/** A statement in lines that can be read and compared: one for each clause, and none too wide. */
export function laidOut(sql: string, indent = ''): string[] {
  return partsOf(sql, ' ', CLAUSE).flatMap((clause) => wrapped(clause, indent));
}

/** A clause that is too long: each condition in a line, or a list in lines that are as full as they may be. */
function wrapped(clause: string, indent: string): string[] {
  if (fits(clause, indent)) return [indent + clause];
  const conditions = partsOf(clause, ' ', CONDITION);
  if (conditions.length > 1)
    return conditions.flatMap((part, index) => opened(part, index === 0 ? indent : indent + INDENT));
  const lines: string[] = [];
  const items = partsOf(clause, ', ');
  for (const [index, item] of items.entries()) {
    const listed = index === items.length - 1 ? item : `${item},`;
    const last = lines.at(-1);
    if (last !== undefined && fits(` ${listed}`, last)) lines[lines.length - 1] = `${last} ${listed}`;
    else lines.push(...opened(listed, index === 0 ? indent : indent + INDENT));
  }
  return lines;
}

/** What is still too long has the longest of its parentheses opened, and what stands in them in lines of its own. */
function opened(part: string, indent: string): string[] {
  const start = fits(part, indent) ? -1 : longestParentheses(part);
  if (start < 0) return [indent + part];
  const end = endOfGroup(part, start);
  const inner = part.slice(start + 1, end);
  const lines = fits(inner, indent + INDENT) ? [indent + INDENT + inner] : laidOut(inner, indent + INDENT);
  return [indent + part.slice(0, start + 1), ...lines, ...opened(part.slice(end), indent)];
}

function fits(sql: string, indent: string): boolean {
  return indent.length + sql.length <= WIDTH;
}

function longestParentheses(sql: string): number {
  let longest = -1;
  let length = 0;
  for (let at = sql.indexOf('('); at >= 0; at = sql.indexOf('(', endOfGroup(sql, at))) {
    const size = endOfGroup(sql, at) - at;
    if (size > length) [longest, length] = [at, size];
  }
  return longest;
}
