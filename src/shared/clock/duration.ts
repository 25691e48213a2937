const UNITS = [
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

const DAY_MS = 24 * 3600 * 1000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/** `7 days`, `90 minutes`, `61 seconds`: in the largest unit that gives a whole number. */
export function durationInWords(seconds: number): string {
  const [unit, length] = UNITS.find(([, inSeconds]) => seconds % inSeconds === 0) ?? ['second', 1];
  const count = seconds / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
