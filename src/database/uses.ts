import { inUse } from '../shared/errors/general.errors.js';
import { isForeignKeyViolation } from './database-failures.js';
import type { Where } from './rows.js';
import type { WritableRows } from './writable-rows.js';

interface Identified {
  readonly id: string;
}

/** Deletes the row of this id, which must be locked. @throws inUse when rows of other tables refer to it. */
export async function deleteUnused<E extends Identified>(rows: WritableRows<E, 'siteId'>, id: string): Promise<void> {
  await requireUnused(rows, id);
  try {
    await rows.delete({ id } as Where<E>);
  } catch (error) {
    // Of a table whose rows have no name: the database knows that there are some.
    if (isForeignKeyViolation(error)) throw inUse({ extensions: { usedBy: [] } });
    throw error;
  }
}

/** @throws inUse when rows of other tables refer to the row of this id, which must be locked: a reference to it waits. */
export async function requireUnused<E extends Identified>(rows: WritableRows<E, 'siteId'>, id: string): Promise<void> {
  const usedBy = await rows.referrers(id);
  if (usedBy.length > 0) throw inUse({ extensions: { usedBy } });
}
