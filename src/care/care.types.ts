import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';

/** How many rows a round removed, tokens it revoked or certificates it warned of, by kind. */
export type CareCounts = Readonly<Record<string, number>>;

/** One thing that a round does, some rows at a time. */
export interface CareStep {
  readonly kind: string;
  /** Answers how many rows it was; fewer than `limit` means that no more are left. */
  readonly batch: (tx: Tx, limit: number) => Promise<number>;
}

/** After how many days without use the tokens of a site are revoked. */
export interface UnusedLimit {
  readonly siteId: SiteId;
  readonly days: number;
}
