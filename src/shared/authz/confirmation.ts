import { reauthenticationRequired } from './confirmation.errors.js';
import type { Principal } from './principal.js';

/** How long after a sign-in or `POST /auth/confirm` a session may make sensitive calls (CONTRACT §6). */
const CONFIRMED_FOR_MS = 15 * 60 * 1000;

/**
 * Refuses a session whose person has not given the password lately: it may be a browser that was left open. Tokens
 * pass, for their bearer has no password to give. @throws reauthenticationRequired
 */
export function requireConfirmed({ credential }: Principal, now: Date): void {
  if (credential.confirmedAt === null) return;
  if (now.getTime() - credential.confirmedAt.getTime() >= CONFIRMED_FOR_MS) throw reauthenticationRequired();
}
