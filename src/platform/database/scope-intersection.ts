/** SQL with its `?` parameters, in the order of the text. */
export interface SqlFragment {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** MySQL keeps a list of scopes in a column of 65,535 bytes. Each scope takes 8 parameters, and SQLite allows 32,766. */
const MOST_BYTES = 65_535;
const MOST_SCOPES = 4_000;

/** SQLite may limit a function to 100 arguments, and nesting to a depth of 1,000: so a concatenation is a flat tree. */
const ARGUMENTS = 50;

/**
 * An expression for both dialects that yields the scopes of `held` that every bound allows, space-separated and in their order. A
 * bound is a column with a space-separated list, or null for none. The database computes the result row by row, so that one
 * statement can move any number of tokens, each with a ceiling of its own (contract §5).
 */
export function intersectionOf(allHeld: readonly string[], bounds: readonly string[]): SqlFragment {
  const held = fitting(allHeld);
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

/**
 * A site within its limits (contract §9, "Sizes") has fewer scopes. A site that was beyond them before gets as many as fit: a
 * scope that is missing from a ceiling widens nothing, and its user can still be removed.
 */
function fitting(scopes: readonly string[]): readonly string[] {
  let bytes = 0;
  const over = scopes.findIndex((scope, index) => (bytes += scope.length + 1) > MOST_BYTES || index >= MOST_SCOPES);
  return over < 0 ? scopes : scopes.slice(0, over);
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
