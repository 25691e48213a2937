/** Ids in ascending order, up to the number that was asked for. If there are fewer, they are the last. */
export interface IdPortion {
  readonly ids: readonly string[];
  /** The id after which the next portion starts; null when this one is empty. */
  readonly last: string | null;
}

/** The row that a query of `portionQuery` returns. */
export interface PortionRow {
  /** Text; on MySQL, which knows that it is JSON, the parsed value. */
  readonly ids: string | readonly string[] | null;
  readonly last: string | null;
}

/**
 * SQL that puts many ids into one row, at a tenth of the cost of one row per id. `inner` selects `id`, in order and with a limit.
 */
export function portionQuery(dialect: 'sqlite' | 'mysql', inner: string): string {
  const array = dialect === 'sqlite' ? 'json_group_array(id)' : 'JSON_ARRAYAGG(id)';
  return `SELECT ${array} AS ids, MAX(id) AS last FROM (${inner}) some`;
}

export function portionOf(row: PortionRow | undefined): IdPortion {
  const ids = row?.ids ?? [];
  return {
    ids: typeof ids === 'string' ? (JSON.parse(ids) as string[]) : ids,
    last: row?.last ?? null,
  };
}
