import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { StandingPrincipal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { last4 } from '../../shared/crypto/credential-format.js';
import { MarkedValueRepository } from './marked-value.repository.js';
import { isOwn, MintingRules } from '../minting-rules.js';
import type { Changed } from './own-token-change.js';
import { PolicyLimits } from '../policy/policy-limits.js';
import type { IssuedToken } from '../token-issuer.js';
import { TokenValueFactory } from '../issuing/token-value-factory.js';
import type { Token } from '../token.entity.js';
import { TokenRepository } from '../token.repository.js';
import { widens } from './token-widening.js';
import { jwtNotRotatable } from '../tokens.errors.js';

export interface Replacement {
  /** How long the old value keeps working, in seconds; 0 ends it at once. */
  readonly graceSeconds: number;
  /** A new expiry; undefined keeps the current one. */
  readonly expiresAt?: Date | null | undefined;
  /** What else changes with the new value: other scopes, or no ceiling any more. */
  readonly bounds?: Partial<Pick<Token, 'scopes' | 'ceiling'>>;
}

const UNMARKED = { transferredFrom: null, transferredAt: null } as const;

/** Gives a token whose row is locked a new value. The caller must have the right to do so. */
@Injectable()
export class TokenValueReplacement {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly marked: MarkedValueRepository,
    private readonly rules: MintingRules,
    private readonly values: TokenValueFactory,
    private readonly limits: PolicyLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * A value that a signed-in person replaces is no longer one that a leaver may have a copy of: the token loses its mark
   * (contract §5), and its old value keeps it for its grace.
   * @throws tokenNotActive, jwtNotRotatable, lifetimeExceeded, policyLifetime
   */
  async replace(
    tx: Tx,
    principal: StandingPrincipal,
    token: Token,
    { graceSeconds, expiresAt: wanted, bounds = {} }: Replacement,
  ): Promise<Changed<IssuedToken>> {
    this.rules.requireActive(token);
    if (token.format === 'jwt') throw jwtNotRotatable();
    const authority = this.rules.authorityOf(principal);
    const expiresAt = wanted === undefined ? token.expiresAt : this.rules.expiry(authority, wanted);
    await this.limits.requireExpiry(token.siteId, expiresAt, tx);
    const now = this.clock.now();
    const value = this.values.opaque(token.kind);
    const isSession = principal.credential.kind === 'session';
    const patch = { ...bounds, ...(isSession && UNMARKED), last4: last4(value), rotatedAt: now, expiresAt };
    const oldValidUntil = graceEnd(now, graceSeconds, token.expiresAt);
    const by = isOwn(principal, token) ? 'itself' : authority;
    const origin = await this.tokens.replaceValue(tx, token, value, oldValidUntil, by);
    if (bounds.ceiling === null) await this.tokens.endSuperseded(tx, token);
    const unmarked = isSession && token.transferredAt !== null;
    if (unmarked) await this.marked.keep(tx, token);
    if (widens(token, bounds)) await this.marked.end(tx, token);
    await this.tokens.update(tx, token.siteId, token.id, patch);
    const details = { last4: patch.last4, graceSeconds, expiresAt, ...bounds, ...(unmarked && { unmarked }) };
    return { result: { token: { ...token, ...patch }, value, origin }, details };
  }
}

/** A later expiry that comes with the new value does not extend the old one. */
function graceEnd(now: Date, graceSeconds: number, expiresAt: Date | null): Date {
  const end = new Date(now.getTime() + graceSeconds * 1000);
  return expiresAt !== null && expiresAt < end ? expiresAt : end;
}
