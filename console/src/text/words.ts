/** `1 token`, `3 tokens`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const [MINUTE_SECONDS, HOUR_SECONDS, DAY_SECONDS] = [60, 3600, 24 * 3600];

/** `7 days`, `5 hours`, `90 minutes`: in the largest unit that it is a whole number of. */
export function duration(seconds: number): string {
  if (seconds % DAY_SECONDS === 0) return counted(seconds / DAY_SECONDS, 'day');
  if (seconds % HOUR_SECONDS === 0) return counted(seconds / HOUR_SECONDS, 'hour');
  if (seconds % MINUTE_SECONDS === 0) return counted(seconds / MINUTE_SECONDS, 'minute');
  return counted(seconds, 'second');
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}
