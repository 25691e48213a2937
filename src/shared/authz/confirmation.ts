import { reauthenticationRequired } from './confirmation.errors.js';
import type { Principal } from './principal.js';

/** How long a session may make sensitive calls after a sign-in or `POST /auth/confirm` (contract §6). */
const CONFIRMED_FOR_MS = 15 * 60 * 1000;

/**
 * Refuses a session whose person has not given the password recently: the browser may have been left open. Tokens pass, because
 * their bearers have no password to give. @throws reauthenticationRequired
 */
export function requireConfirmed({ credential }: Principal, now: Date): void {
  if (credential.confirmedAt === null) return;
  if (now.getTime() - credential.confirmedAt.getTime() >= CONFIRMED_FOR_MS) throw reauthenticationRequired();
}
