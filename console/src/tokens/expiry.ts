import { now } from '../clock';
import type { Me } from '../session/me';
import { text } from '../text/text';
import { duration } from '../text/words';

const { form: words } = text.tokens;

/** What the site asks of the expiry of a token. */
export type Limits = Me['site']['policy'];
export type Expiry = keyof typeof words.expiries | 'longest';

/** What a form holds of an expiry. */
export interface ChosenExpiry {
  readonly expiry: Expiry;
  /** A day of the viewer's calendar, `2027-06-30`, when the expiry is a date. */
  readonly date: string;
}

const DAY_SECONDS = 24 * 3600;
const PRESETS = ['7', '30', '90'] as const;
/** The viewer's clock may be ahead of the service's, which then would find the longest life too long. */
const CLOCKS_DIFFER_BY_SECONDS = 60;

/** What can be chosen: what the site takes, and, when that is none of the usual ones, the longest there is. */
export function expiryChoices(limits: Limits): { value: Expiry; label: string }[] {
  const { maxLifetimeSeconds: longest, allowNeverExpire } = limits;
  const presets = PRESETS.filter((days) => Number(days) * DAY_SECONDS <= (longest ?? Infinity));
  const isPreset = presets.some((days) => Number(days) * DAY_SECONDS === longest);
  const { first, last } = lastDays(limits);
  return [
    ...presets.map((value) => ({ value, label: words.expiries[value] })),
    ...(longest === null || isPreset ? [] : [{ value: 'longest' as const, label: words.longest(duration(longest)) }]),
    ...(last === null || first <= last ? [{ value: 'date' as const, label: words.expiries.date }] : []),
    ...(longest === null && allowNeverExpire ? [{ value: 'never' as const, label: words.expiries.never }] : []),
  ];
}

export function limitInWords({ maxLifetimeSeconds }: Limits): string | null {
  return maxLifetimeSeconds === null ? null : words.atMost(duration(maxLifetimeSeconds));
}

export function usualExpiry(limits: Limits): Expiry {
  const choices = expiryChoices(limits).map(({ value }) => value);
  return (['30', '7'] as const).find((days) => choices.includes(days)) ?? 'longest';
}

/** Whether the site would take the expiry that a token has. */
export function takes({ maxLifetimeSeconds, allowNeverExpire }: Limits, expiresAt: string | null): boolean {
  if (maxLifetimeSeconds === null) return expiresAt !== null || allowNeverExpire;
  return expiresAt !== null && Date.parse(expiresAt) <= fromNow(maxLifetimeSeconds).getTime();
}

/** A date is the last day that it works: to that day's end where the viewer is. */
export function expiresAt({ expiry, date }: ChosenExpiry, { maxLifetimeSeconds }: Limits): string | null {
  if (expiry === 'never') return null;
  if (expiry === 'date') return new Date(`${date}T23:59:59`).toISOString();
  const longest = maxLifetimeSeconds ?? Infinity;
  const wanted = expiry === 'longest' ? longest : Number(expiry) * DAY_SECONDS;
  const sure = longest - Math.min(CLOCKS_DIFFER_BY_SECONDS, longest / 10);
  return fromNow(Math.min(wanted, sure)).toISOString();
}

/** The days to choose from: today would be over in some hours. Null is no last one. */
export function lastDays({ maxLifetimeSeconds }: Limits): { first: string; last: string | null } {
  return {
    first: dayOf(fromNow(DAY_SECONDS)),
    last: maxLifetimeSeconds === null ? null : dayOf(fromNow(maxLifetimeSeconds - DAY_SECONDS)),
  };
}

function fromNow(seconds: number): Date {
  return new Date(now().getTime() + seconds * 1000);
}

/** `2026-11-26`, where the viewer is. */
function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
