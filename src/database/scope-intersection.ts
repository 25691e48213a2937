/** SQL with its `?` parameters, in the order of the text. */
export interface SqlFragment {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** SQLite may take no more than 100 arguments of a function, and nests 1,000 deep: so a concatenation is a flat tree. */
const ARGUMENTS = 50;

/**
 * An expression of both dialects for the scopes of `held` that every bound allows, space-separated in their order. A bound
 * is a column with a space-separated list, or null for none. It is worked out row by row in the database, so that one
 * statement can move any number of tokens, each with a ceiling of its own (CONTRACT §5).
 */
export function intersectionOf(held: readonly string[], bounds: readonly string[]): SqlFragment {
  const parameters: string[] = [held.join(' ')];
  const terms = held.map((scope) => {
    const allowed = bounds.map((bound) => {
      parameters.push(` ${scope} `);
      return `(${bound} IS NULL OR INSTR(CONCAT(' ', ${bound}, ' '), ?) > 0)`;
    });
    parameters.push(`${scope} `);
    return `CASE WHEN ${allowed.join(' AND ')} THEN ? ELSE '' END`;
  });
  const unbounded = bounds.map((bound) => `${bound} IS NULL`).join(' AND ');
  return { sql: `CASE WHEN ${unbounded} THEN ? ELSE TRIM(${concatenated(terms)}) END`, parameters };
}

function concatenated(terms: readonly string[]): string {
  if (terms.length === 0) return "''";
  if (terms.length <= ARGUMENTS) return `CONCAT(${terms.join(', ')})`;
  const groups: string[] = [];
  for (let start = 0; start < terms.length; start += ARGUMENTS)
    groups.push(concatenated(terms.slice(start, start + ARGUMENTS)));
  return concatenated(groups);
}

/** The same with named parameters, for a query builder. */
export function named({ sql, parameters }: SqlFragment, prefix: string) {
  let count = 0;
  return {
    sql: sql.replaceAll('?', () => `:${prefix}${count++}`),
    parameters: Object.fromEntries(parameters.map((value, index) => [`${prefix}${index}`, value])),
  };
}
