import { duration } from '../text/words';
import type { Limits } from '../tokens/expiry';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
const LONGEST = 365 * DAY_SECONDS;

const LIFETIMES = [
  5 * MINUTE_SECONDS,
  15 * MINUTE_SECONDS,
  HOUR_SECONDS,
  ...[1, 7, 14, 30, 90].map((days) => days * DAY_SECONDS),
];

const USUAL = 14 * DAY_SECONDS;

/** What the service gives a new API key of which nothing is said. */
export function usualLifetime({ maxLifetimeSeconds }: Limits): number {
  return Math.min(maxLifetimeSeconds ?? USUAL, USUAL);
}

/** How long tokens of an API key may be made to live, in seconds: what the site takes, and what the key is set to already. */
export function lifetimeChoices({ maxLifetimeSeconds }: Limits, own: number): { value: string; label: string }[] {
  const longest = Math.min(maxLifetimeSeconds ?? LONGEST, LONGEST);
  const taken = LIFETIMES.filter((seconds) => seconds < longest);
  const all = [...new Set([...taken, longest, own])].sort((one, other) => one - other);
  return all.map((seconds) => ({ value: String(seconds), label: duration(seconds) }));
}
