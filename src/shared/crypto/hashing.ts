import { hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits: the only form in which a credential is stored. Its 256 random bits need no salt. */
export function sha256(value: string): string {
  return hash('sha256', value, 'hex');
}
