import { validationFailed } from '../shared/errors/general.errors.js';

/** One page of a list, newest first (CONTRACT §6). */
export interface Page<T> {
  readonly items: T[];
  /** Where the next page starts; null after the last. */
  readonly nextCursor: string | null;
}

const CURSOR = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that the page starts after, from what the client sent back. */
export function readCursor(cursor: string): string {
  if (CURSOR.test(cursor)) return cursor;
  throw validationFailed({
    errors: [{ path: 'query.cursor', message: 'must be the nextCursor of the page before' }],
  });
}

/** Cuts the row that was read beyond the limit, which only says whether there is a next page. */
export function pageOf<T extends { readonly id: string }>(rows: T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
