import type { RetentionSettings } from '../config/settings.js';
import type { Tx } from './transaction.js';

/** One kind of rows that scheduled care removes. Each module says what of its own is over, and deletes it itself. */
export interface Cleanup {
  /** What the rows are called where they are counted. */
  readonly kind: string;
  readonly retention: keyof RetentionSettings;
  /**
   * Deletes at most `limit` rows that were over at `before` already; answers how many. Fewer than `limit` means that no
   * more were left.
   */
  readonly batch: (tx: Tx, before: Date, limit: number) => Promise<number>;
}
