import type { RetentionSettings } from '../config/settings.js';
import type { Tx } from './transaction.js';

/**
 * One kind of row that the scheduled clean-up removes. Each module decides which of its rows are over, and deletes them itself.
 */
export interface Cleanup {
  /** The name of the rows in counts. */
  readonly kind: string;
  /** The setting with the number of days that the rows are kept; or the number itself, if there is no setting. */
  readonly retention: keyof RetentionSettings | number;
  /**
   * Deletes at most `limit` rows that were already over at `before`; answers how many. Fewer than `limit` means that no more are
   * left.
   */
  readonly batch: (tx: Tx, before: Date, limit: number) => Promise<number>;
}
