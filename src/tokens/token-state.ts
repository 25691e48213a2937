import type { Token } from './token.entity.js';

export type TokenState = 'active' | 'expired' | 'revoked';

/** A token ends at the instant of its expiry, not after it. */
export function stateOf(token: Pick<Token, 'revokedAt' | 'expiresAt'>, now: Date): TokenState {
  if (token.revokedAt !== null) return 'revoked';
  return token.expiresAt !== null && token.expiresAt <= now ? 'expired' : 'active';
}
