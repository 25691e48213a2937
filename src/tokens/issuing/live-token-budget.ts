/** How many more tokens a process may issue to a holder before it counts again. */
export interface Budget {
  readonly limit: number;
  readonly until: number;
  /** Whether the limit was reached when it was counted. */
  readonly isFull: boolean;
  left: number;
}

/** From here on the owner is warned; in percent of the limit. */
const WARNED_AT_PERCENT = 80;
/** How long a count is good for. Other processes issue tokens too. */
const COUNT_LASTS_MS = 60_000;
/** Below this limit every token is counted, which is cheap there. */
const EXACT_BELOW = 1_000;
/** Once nothing is left, requests are refused for this long without a new count. */
const FULL_LASTS_MS = 1_000;

export function isNearLimit(count: number, limit: number): boolean {
  return count * 100 >= limit * WARNED_AT_PERCENT;
}

/**
 * The budget after a count that includes the token being issued: a tenth of what is left, but not past the point where the owner
 * is warned; near the limit a thousandth of the limit, so that a holder at the limit does not make us count for each token. Ten
 * processes together then stay within the limit; each further one exceeds it by a thousandth.
 */
export function budgetAfter(count: number, limit: number, now: number): Budget {
  const room = limit - count;
  if (limit < EXACT_BELOW) return { limit, until: now, left: 0, isFull: false };
  if (room < 0) return { limit, until: now + FULL_LASTS_MS, left: 0, isFull: true };
  const toWarning = Math.ceil((limit * WARNED_AT_PERCENT) / 100) - count;
  const share = Math.floor(room / 10);
  const left = Math.max(toWarning > 0 ? Math.min(share, toWarning) : share, Math.floor(limit / EXACT_BELOW));
  return { limit, until: now + COUNT_LASTS_MS, left, isFull: false };
}
