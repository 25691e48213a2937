// Whether a token lives, in every form in which the code asks: in memory, as a condition of the ORM, and as SQL. The same holds
// for client secrets, whose columns have the same names.
import { IsNull, MoreThan, Or } from 'typeorm';

export type TokenState = 'active' | 'expired' | 'revoked';

interface Ended {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** A token ends at the instant of its expiry, not after it. */
export function stateOf({ revokedAt, expiresAt }: Ended, now: Date): TokenState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'active';
}

/** As a `where` of the ORM. */
export function liveWhere(now: Date) {
  return { revokedAt: IsNull(), expiresAt: Or(IsNull(), MoreThan(now)) };
}

/** For a query of the ORM whose table is called `row`, with the parameter `now`. */
export const LIVE_ROW = 'row.revokedAt IS NULL AND (row.expiresAt IS NULL OR row.expiresAt > :now)';

/** For a hand-written statement, with one placeholder for the current time. `table` is the name or alias of the table. */
export function liveSql(table: string, now = '?'): string {
  return `${table}.revoked_at IS NULL AND (${table}.expires_at IS NULL OR ${table}.expires_at > ${now})`;
}

/**
 * The same, written so that no index serves it, for rows that are found by their owner: otherwise MySQL would intersect the
 * indexes of all the columns named, which takes half as long again. Takes columns, or properties of the ORM.
 */
export function unindexedLive(revokedAt: string, expiresAt: string, now: string): string {
  return `CASE WHEN ${revokedAt} IS NOT NULL THEN 0 WHEN ${expiresAt} IS NULL THEN 1 ELSE ${expiresAt} > ${now} END = 1`;
}
