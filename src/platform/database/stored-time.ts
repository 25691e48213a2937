/** A time in a row of a prepared read: a Date from MySQL's driver, UTC text from SQLite. */
export function storedTime(value: Date | string): Date {
  return typeof value === 'string' ? new Date(`${value.replace(' ', 'T')}Z`) : value;
}

export function storedTimeOrNull(value: Date | string | null): Date | null {
  return value === null ? null : storedTime(value);
}

/** A time as the parameter of a prepared read, on either dialect: `2026-11-22 10:37:16.000`. */
export function timeParameter(time: Date): string {
  return time.toISOString().slice(0, 23).replace('T', ' ');
}
