/** The only place of the console that reads the time. */
export function now(): Date {
  return new Date(Date.now());
}
