import type { DomainError } from '../../shared/errors/domain-error.js';
import { validationFailed } from '../../shared/errors/general.errors.js';

/** One page of a list, newest first (contract §6). */
export interface Page<T> {
  readonly items: T[];
  /** The cursor of the next page; null on the last page. */
  readonly nextCursor: string | null;
}

const CURSOR = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that the page starts after, from the cursor that the client sent. */
export function readCursor(cursor: string): string {
  const id = cursor.toLowerCase();
  if (CURSOR.test(id)) return id;
  throw unknownCursor();
}

export function unknownCursor(): DomainError {
  return validationFailed({
    errors: [{ path: 'query.cursor', message: 'must be the nextCursor of the page before' }],
  });
}

/** Drops the row that was read beyond the limit: it only shows whether there is a next page. */
export function pageOf<T extends { readonly id: string }>(rows: T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
