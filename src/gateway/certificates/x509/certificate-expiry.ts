const DAY = 24 * 3600 * 1000;
/** How many days before its expiry a certificate is said to expire soon, and those who can renew it are told. */
export const WARNED_BEFORE_DAYS = 30;

export function expiresSoon(validTo: Date, now: Date): boolean {
  return validTo <= warnedUntil(now);
}

/** Certificates that expire by then expire soon. */
export function warnedUntil(now: Date): Date {
  return new Date(now.getTime() + WARNED_BEFORE_DAYS * DAY);
}
