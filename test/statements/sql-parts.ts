/** The parts of the uppermost level, cut at each separator that `next`, which is sticky, finds something behind. */
export function partsOf(sql: string, separator: string, next = /(?:)/y): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < sql.length; at++) {
    at = endOfGroup(sql, at);
    next.lastIndex = at + separator.length;
    if (!sql.startsWith(separator, at) || !next.test(sql)) continue;
    parts.push(sql.slice(start, at));
    start = at + separator.length;
  }
  return [...parts, sql.slice(start)];
}

/** Where the text, the parentheses or the CASE ends that begins here; here if nothing does. */
export function endOfGroup(sql: string, start: number): number {
  if (sql[start] === "'") return endOfText(sql, start);
  if (sql[start] === '(') return endOf(sql, start, /\)/y);
  return begins(sql, start, /\bCASE\b/y) ? endOf(sql, start, /(?<=\bEN)D\b/y) : start;
}

function endOfText(sql: string, start: number): number {
  const end = sql.indexOf("'", start + 1);
  if (end < 0) throw new Error(`a text without an end: ${sql}`);
  return end;
}

function endOf(sql: string, start: number, end: RegExp): number {
  for (let at = start + 1; at < sql.length; at++) {
    const group = endOfGroup(sql, at);
    if (group === at && begins(sql, at, end)) return at;
    at = group;
  }
  throw new Error(`no end of what begins at ${start}: ${sql}`);
}

function begins(sql: string, at: number, what: RegExp): boolean {
  what.lastIndex = at;
  return what.test(sql);
}

/** The tables of a statement by the names that it gives them. */
export function tablesOf(sql: string): ReadonlyMap<string, string> {
  const named = sql.matchAll(
    /\b(?:FROM|JOIN|UPDATE|INTO) [`"]?(\w+)[`"]?(?: (?:AS )?[`"]?(?!(?:SET|WHERE|ON|LEFT|INNER|JOIN|ORDER|LIMIT|GROUP|FOR|UNION|VALUES)\b)(\w+)[`"]?)?/g,
  );
  return new Map(
    [...named].flatMap(([, table = '', alias = table]) => [[table, table] as const, [alias, table] as const]),
  );
}
