import { counted } from '../text/words';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** How long tokens of an API key may be made to live: those to choose from, in seconds. */
export const LIFETIMES: readonly number[] = [
  5 * MINUTE_SECONDS,
  15 * MINUTE_SECONDS,
  HOUR_SECONDS,
  ...[1, 7, 14, 30, 90, 365].map((days) => days * DAY_SECONDS),
];

export function lifetimeInWords(seconds: number): string {
  if (seconds % DAY_SECONDS === 0) return counted(seconds / DAY_SECONDS, 'day');
  if (seconds % HOUR_SECONDS === 0) return counted(seconds / HOUR_SECONDS, 'hour');
  return counted(Math.round(seconds / MINUTE_SECONDS), 'minute');
}
