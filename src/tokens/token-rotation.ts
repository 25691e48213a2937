import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import { last4 } from '../shared/crypto/credential-format.js';
import { MintingRules } from './minting-rules.js';
import { OwnTokenChange } from './own-token-change.js';
import { PolicyLimits } from './policy-limits.js';
import type { IssuedToken } from './token-issuer.js';
import { TokenValueFactory } from './token-value-factory.js';
import type { Token } from './token.entity.js';
import { TokenRepository } from './token.repository.js';
import { ceilingStands, jwtNotRotatable } from './tokens.errors.js';

export interface RotationRequest {
  /** How long the old value goes on working, in seconds; 0 ends it at once. */
  readonly graceSeconds: number;
  /** A new expiry; undefined keeps the one it has. */
  readonly expiresAt?: Date | null | undefined;
  /** New scopes, null for no bound; undefined keeps the ones it has. */
  readonly scopes?: readonly string[] | null | undefined;
}

/** Gives a token a new value: same row, same settings, same id. The old value works for the grace and no longer. */
@Injectable()
export class TokenRotation {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly rules: MintingRules,
    private readonly values: TokenValueFactory,
    private readonly change: OwnTokenChange,
    private readonly limits: PolicyLimits,
    private readonly clock: Clock,
  ) {}

  async rotate(actor: Actor, id: string, request: RotationRequest): Promise<IssuedToken> {
    return this.change.run(actor, id, 'token.rotated', async (tx, token) => {
      this.rules.requireActive(token);
      if (token.format === 'jwt') throw jwtNotRotatable();
      const now = this.clock.now();
      const expiresAt =
        request.expiresAt === undefined ? token.expiresAt : this.rules.expiry(actor.principal, request.expiresAt);
      await this.limits.requireExpiry(token.siteId, expiresAt, tx);
      const value = this.values.opaque(token.kind);
      const patch = {
        ...(await this.#scopes(actor.principal, token, request.scopes)),
        last4: last4(value),
        rotatedAt: now,
        // Rotating is how an inherited token stops being one that somebody who left may hold a copy of (CONTRACT §5).
        transferredFrom: null,
        transferredAt: null,
        expiresAt,
      };
      await this.tokens.replaceValue(tx, token, value, new Date(now.getTime() + request.graceSeconds * 1000));
      await this.tokens.update(tx, token.siteId, token.id, patch);
      const { scopes, ceiling } = patch;
      const details = { last4: patch.last4, graceSeconds: request.graceSeconds, expiresAt, scopes, ceiling };
      return { result: { token: { ...token, ...patch }, value }, details };
    });
  }

  /**
   * The ceiling of an inherited token stays, unless its owner names its scopes, signed in: that is the one way to widen what
   * was transferred (CONTRACT §9, "Narrow credentials").
   */
  async #scopes(
    principal: Principal,
    token: Token,
    wanted: readonly string[] | null | undefined,
  ): Promise<Partial<Pick<Token, 'scopes' | 'ceiling'>>> {
    if (wanted === undefined) return {};
    const scopes = await this.rules.scopes(principal, wanted);
    const patch = { scopes: scopes && [...scopes] };
    if (token.ceiling === null) return patch;
    if (principal.credential.kind === 'session') return { ...patch, ceiling: null };
    if (scopes === null || missingFrom(token.ceiling, scopes).length > 0) throw ceilingStands();
    return patch;
  }
}
