import { now } from '../clock';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** The words are English; the order of day and month is that of the reader's English, if they have one. */
const DATES = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(DATES, { dateStyle: 'medium', timeStyle: 'short' });

/** `in 30 days`, `3 hours ago`, `just now`. */
export function inWords(at: Date): string {
  const distance = at.getTime() - now().getTime();
  for (const [unit, length] of UNITS)
    if (Math.abs(distance) >= length) return relative.format(Math.round(distance / length), unit);
  return distance > 0 ? 'in a moment' : 'just now';
}

/** In the viewer's zone. */
export function inZone(at: Date): string {
  return exact.format(at);
}

interface TimeProps {
  /** RFC 3339, as the API answers it. */
  readonly at: string;
  /** In words ("in 30 days"), or the date and time of the viewer's zone. */
  readonly words?: boolean;
}

/** A moment. Hovering it shows the exact one in UTC. */
export function Time({ at, words = false }: TimeProps) {
  const moment = new Date(at);
  const utc = `${at.slice(0, 19).replace('T', ' ')} UTC`;
  return (
    <time dateTime={at} title={words ? `${inZone(moment)} (${utc})` : utc}>
      {words ? inWords(moment) : inZone(moment)}
    </time>
  );
}
