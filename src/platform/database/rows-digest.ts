import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The number of rows, and a sum over their contents. Equal digests mean equal rows. */
export interface RowsDigest {
  readonly count: number;
  readonly sum: string;
}

/**
 * Sums up these columns of the rows of a query whose alias is `row`, in the database: the sum of a checksum of each row. It tells
 * change from no change, but does not protect against somebody who forges rows.
 */
export async function digestOf<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  columns: readonly (keyof E & string)[],
): Promise<RowsDigest> {
  const values = columns.map((column) => `COALESCE(row.${column}, '-')`).join(", '|', ");
  const answer = await query
    .select('COUNT(*)', 'count')
    .addSelect(`COALESCE(SUM(CRC32(CONCAT(${values}))), 0)`, 'sum')
    .getRawOne<{ count: number | string; sum: number | string }>();
  return { count: Number(answer?.count ?? 0), sum: String(answer?.sum ?? 0) };
}
