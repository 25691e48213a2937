import type { RetentionSettings } from '../config/settings.js';
import type { Tx } from './transaction.js';

/** One kind of rows that scheduled care removes. Each module says what of its own is over, and deletes it itself. */
export interface Cleanup {
  /** What the rows are called where they are counted. */
  readonly kind: string;
  /** The setting that says for how many days they are kept; or the days, where they are no setting. */
  readonly retention: keyof RetentionSettings | number;
  /**
   * Deletes at most `limit` rows that were over at `before` already; answers how many. Fewer than `limit` means that no
   * more were left.
   */
  readonly batch: (tx: Tx, before: Date, limit: number) => Promise<number>;
}
