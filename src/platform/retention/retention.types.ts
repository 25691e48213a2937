import type { Tx } from '../database/transaction.js';

/** How many rows a round removed, tokens it revoked or certificates it warned of, by kind. */
export type CleanupCounts = Readonly<Record<string, number>>;

/** One step of a round, which handles some rows at a time. */
export interface CleanupStep {
  readonly kind: string;
  /** Answers how many rows were handled; fewer than `limit` means that no more are left. */
  readonly batch: (tx: Tx, limit: number) => Promise<number>;
}
