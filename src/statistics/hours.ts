export const HOUR_MS = 3_600_000;

/** How long counts are kept. */
export const KEPT_DAYS = 30;
const KEPT_HOURS = KEPT_DAYS * 24;
const DAY_HOURS = 24;

/** A range of whole hours, in milliseconds since the epoch; `to` is the end of the last one. */
export interface HourRange {
  readonly from: number;
  readonly to: number;
}

export function hourOf(at: Date): number {
  return at.getTime() - (at.getTime() % HOUR_MS);
}

/**
 * The hours that a range touches, among those that are kept: no future hour, and none from more than 30 days ago. Without a
 * start, the range is the day up to its end; without an end, it ends now. Null when the range ends before it begins.
 */
export function hoursWithin(range: { readonly from?: Date; readonly to?: Date }, now: Date): HourRange | null {
  if (range.from !== undefined && range.from >= (range.to ?? now)) return null;
  const running = hourOf(now);
  const last = range.to === undefined ? running : hourOf(new Date(range.to.getTime() - 1));
  const first = range.from === undefined ? last - (DAY_HOURS - 1) * HOUR_MS : hourOf(range.from);
  const from = Math.max(first, running - (KEPT_HOURS - 1) * HOUR_MS);
  return { from, to: Math.max(from, Math.min(last, running) + HOUR_MS) };
}
