import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { MintingRules } from '../minting-rules.js';
import { OwnTokenChange } from './own-token-change.js';
import type { IssuedToken } from '../token-issuer.js';
import { type Replacement, TokenValueReplacement } from './token-value-replacement.js';
import type { Token } from '../token.entity.js';
import { widens } from './token-widening.js';
import { ceilingStands } from '../tokens.errors.js';

export interface RotationRequest extends Pick<Replacement, 'graceSeconds' | 'expiresAt'> {
  /** New scopes, null for no bound; undefined keeps the current ones. */
  readonly scopes?: readonly string[] | null | undefined;
}

/** Gives one's own token a new value: same row, same settings, same id. The old value works until the grace ends. */
@Injectable()
export class TokenRotation {
  constructor(
    private readonly rules: MintingRules,
    private readonly replacement: TokenValueReplacement,
    private readonly change: OwnTokenChange,
  ) {}

  async rotate(actor: Actor, id: string, { scopes, ...request }: RotationRequest): Promise<IssuedToken> {
    return this.change.run(actor, id, 'token.rotated', async (tx, token, principal) => {
      this.rules.requireActive(token);
      const bounds = scopes === undefined ? {} : await this.#bounds(principal, token, scopes, request.graceSeconds);
      return this.replacement.replace(tx, principal, token, { ...request, bounds });
    });
  }

  /**
   * An inherited token is not widened, and its ceiling stays, unless its owner names its scopes, signed in and without a grace.
   * With a grace, a value that a leaver may have would gain the scopes too (contract §5).
   */
  async #bounds(
    principal: Principal,
    token: Token,
    wanted: readonly string[] | null,
    graceSeconds: number,
  ): Promise<NonNullable<Replacement['bounds']>> {
    const scopes = await this.rules.scopes(principal, wanted);
    const bounds = { scopes: scopes && [...scopes] };
    const { ceiling, transferredAt } = token;
    const isSession = principal.credential.kind === 'session';
    if (isSession && graceSeconds === 0) return ceiling === null ? bounds : { ...bounds, ceiling: null };
    const isMarkedAndWidened = transferredAt !== null && widens(token, bounds);
    const isWithinCeiling = ceiling === null || (scopes !== null && missingFrom(ceiling, scopes).length === 0);
    if (!isMarkedAndWidened && isWithinCeiling) return bounds;
    if (!isSession) throw ceilingStands();
    throw ceilingStands({
      detail: 'The old value would gain the scopes during its grace period. Send graceSeconds 0.',
    });
  }
}
