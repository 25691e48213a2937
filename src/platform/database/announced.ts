import type { FindOperator } from 'typeorm';
import { EVERYTHING, type Subject, type SubjectKind } from './subjects.js';

/** Which changes of an entity's rows alter what a credential may do, and whose. */
export interface Announcement<E> {
  /** The columns that name whom a row concerns. The first of them that a condition fixes decides. */
  readonly by: { readonly [K in keyof E]?: SubjectKind };
  /** Columns that may change without a word: no verification reads them, or it confirms what it concludes from them. */
  readonly silent: readonly (keyof E)[];
  /** Whether a new row alters what existing credentials may do. */
  readonly inserts: boolean;
}

type EntityClass<E> = abstract new () => E;
type Values = Readonly<Record<string, unknown>>;

const announcements = new Map<unknown, Announcement<Values>>();

/** Rows of this entity decide what a credential may do: writes to them take a number of the change clock. */
export function Announced<E>(announcement: Announcement<E>): (entity: EntityClass<E>) => void {
  return (entity) => {
    // the map holds the announcements of all entities: what each knows of its own columns is checked where it is written
    announcements.set(entity, announcement as unknown as Announcement<Values>);
  };
}

export function announcementOf(entity: unknown): Announcement<Values> | undefined {
  return announcements.get(entity);
}

export interface RowsWritten {
  /** The conditions on the rows, or new rows. Each concerns its own subjects. */
  readonly rows: readonly Values[];
  /** The columns that changed; null for whole rows. */
  readonly columns: readonly string[] | null;
  readonly isInsert: boolean;
}

/**
 * What a write concerns. Where the conditions name nobody it is the site, and across sites it is everything: too much is read
 * again then, never too little.
 */
export function subjectsOf(entity: unknown, { rows, columns, isInsert }: RowsWritten): Subject[] {
  const announcement = announcements.get(entity);
  if (announcement === undefined || (isInsert && !announcement.inserts)) return [];
  const { by, silent } = announcement;
  if (columns?.every((column) => silent.includes(column)) === true) return [];
  return rows.flatMap((row) => named(row, by) ?? [ofSite(row)]);
}

function named(row: Values, by: Announcement<Values>['by']): Subject[] | null {
  for (const [column, kind] of Object.entries(by)) {
    const ids = kind === undefined ? null : idsIn(row[column]);
    if (ids !== null) return ids.map((id): Subject => `${kind as SubjectKind}:${id}`);
  }
  return null;
}

function ofSite({ siteId }: Values): Subject {
  return typeof siteId === 'string' ? `site:${siteId}` : EVERYTHING;
}

/** The values that a condition admits, if it lists them. */
function idsIn(condition: unknown): readonly string[] | null {
  if (typeof condition === 'string') return [condition];
  const { type, value } = (condition ?? {}) as Partial<FindOperator<unknown>>;
  return type === 'in' && Array.isArray(value) ? (value as string[]) : null;
}
