import { inUse } from '../../shared/errors/general.errors.js';
import { isForeignKeyViolation } from './database-failures.js';
import type { Where } from './rows/rows.js';
import type { WritableRows } from './rows/writable-rows.js';

interface Identified {
  readonly id: string;
}

/** Deletes the row with this id, which must be locked. @throws inUse when rows of other tables refer to it. */
export async function deleteUnused<E extends Identified>(rows: WritableRows<E, 'siteId'>, id: string): Promise<void> {
  await requireUnused(rows, id);
  try {
    await rows.delete({ id } as Where<E>);
  } catch (error) {
    // Rows of a table without names: the database only knows that some exist.
    if (isForeignKeyViolation(error)) throw inUse({ extensions: { usedBy: [] } });
    throw error;
  }
}

/** @throws inUse when rows of other tables refer to the row with this id, which must be locked: new references to it wait. */
export async function requireUnused<E extends Identified>(rows: WritableRows<E, 'siteId'>, id: string): Promise<void> {
  const usedBy = await rows.referrers(id);
  if (usedBy.length > 0) throw inUse({ extensions: { usedBy } });
}
