const UNITS = [
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** `7 days`, `90 minutes`, `61 seconds`: in the largest unit that it is a whole number of. */
export function durationInWords(seconds: number): string {
  const [unit, length] = UNITS.find(([, inSeconds]) => seconds % inSeconds === 0) ?? ['second', 1];
  const count = seconds / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
