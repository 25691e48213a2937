import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits: the only form in which a credential is stored. Its 256 random bits need no salt. */
export function sha256(value: string): string {
  return hash('sha256', value, 'hex');
}

/** Compares two strings in a time that depends on their lengths alone. */
export function constantTimeEqual(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}
