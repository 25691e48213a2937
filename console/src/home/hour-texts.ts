import type { Range } from './use-verifications';

/** As ui/time.tsx: English words in the order of the reader's English, and their zone. */
const DATES = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

const full = new Intl.DateTimeFormat(DATES, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const AXIS: Readonly<Record<Range, Intl.DateTimeFormat>> = {
  day: new Intl.DateTimeFormat(DATES, { hour: '2-digit', minute: '2-digit' }),
  week: new Intl.DateTimeFormat(DATES, { weekday: 'short', day: 'numeric' }),
  month: new Intl.DateTimeFormat(DATES, { day: 'numeric', month: 'short' }),
};

/** `Thu 26 Nov, 14:00`, in the zone of the reader. */
export function hourInZone(hour: string): string {
  return full.format(new Date(hour));
}

/** `2026-11-26 13:00 UTC`. */
export function hourInUtc(hour: string): string {
  return `${hour.slice(0, 16).replace('T', ' ')} UTC`;
}

export function axisLabel(hour: string, range: Range): string {
  return AXIS[range].format(new Date(hour));
}
