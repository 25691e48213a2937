import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/accounts.service.js';
import type { Tx } from '../database/transaction.js';
import type { Principal } from '../shared/authz/principal.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { areWithin } from '../shared/networks/network-list.js';
import { Roles } from '../roles/roles.service.js';
import { PolicyLimits } from './policy-limits.js';
import { Users } from '../users/users.service.js';
import { stateOf } from './token-state.js';
import type { Token } from './token.entity.js';
import {
  accountNotHeld,
  credentialTooNarrow,
  lifetimeExceeded,
  networkNotHeld,
  ownerNotActive,
  scopeNotHeld,
  tokenNotActive,
} from './tokens.errors.js';

/** What the maker of a token asks for; null is "no bound" and undefined "as my own credential has it". */
export interface WantedBounds {
  readonly scopes?: readonly string[] | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly allowedNetworks?: readonly string[] | null | undefined;
  readonly expiresAt: Date | null;
}

export interface SettledBounds {
  readonly scopes: readonly string[] | null;
  readonly accountId: string | null;
  readonly allowedNetworks: readonly string[] | null;
  readonly expiresAt: Date | null;
}

/**
 * No credential can mint a wider one than itself, in scopes, account, networks or lifetime (CONTRACT §1, §9). Asking
 * for more is refused, not capped: a caller that gets less than it asked for finds out at the worst of times.
 */
@Injectable()
export class MintingRules {
  constructor(
    private readonly roles: Roles,
    private readonly accounts: Accounts,
    private readonly users: Users,
    private readonly limits: PolicyLimits,
    private readonly clock: Clock,
  ) {}

  /** Locks the user until the commit, so that nothing is made for one who is being suspended or removed. @throws ownerNotActive */
  async requireActiveOwner(tx: Tx, siteId: SiteId, userId: string): Promise<void> {
    if (!(await this.users.isActive(tx, siteId, userId))) throw ownerNotActive();
  }

  async settle(principal: Principal, wanted: WantedBounds): Promise<SettledBounds> {
    const expiresAt = this.expiry(principal, wanted.expiresAt);
    await this.limits.requireExpiry(principal.siteId, expiresAt);
    return {
      scopes: await this.scopes(principal, wanted.scopes ?? null),
      accountId: await this.#account(principal, wanted.accountId ?? null),
      allowedNetworks: this.networks(principal, wanted.allowedNetworks ?? null),
      expiresAt,
    };
  }

  /** Null asks for everything the owner's roles give, now and later: only what is unbounded itself may give that. */
  async scopes(principal: Principal, wanted: readonly string[] | null): Promise<readonly string[] | null> {
    if (wanted === null) {
      if (principal.credential.unbounded) return null;
      throw scopeNotHeld({
        detail: `Without scopes the token would hold all that its owner does. Name some of: ${principal.scopes.join(' ')}`,
      });
    }
    await this.roles.requireKnownScopes(principal.siteId, wanted);
    const missing = missingFrom(principal.scopes, wanted);
    if (missing.length > 0) {
      throw scopeNotHeld({
        detail: `Your credential does not hold: ${missing.join(' ')}`,
        extensions: { scope: missing.join(' '), roles: await this.roles.granting(principal.siteId, missing) },
      });
    }
    return [...new Set(wanted)];
  }

  networks(principal: Principal, wanted: readonly string[] | null): readonly string[] | null {
    const own = principal.credential.allowedNetworks;
    if (own === null) return wanted;
    if (wanted === null) return own;
    if (!areWithin(wanted, own)) throw networkNotHeld({ detail: `Your own credential is limited to ${own.join(' ')}` });
    return wanted;
  }

  expiry(principal: Principal, wanted: Date | null): Date | null {
    if (wanted !== null && wanted <= this.clock.now()) {
      throw validationFailed({ errors: [{ path: 'expiresAt', message: 'must lie in the future, or be null' }] });
    }
    const own = principal.credential.kind === 'session' ? null : principal.credential.expiresAt;
    if (own !== null && (wanted === null || wanted > own)) {
      throw lifetimeExceeded({ detail: `Your own credential ends at ${own.toISOString()}` });
    }
    return wanted;
  }

  /**
   * Whether a credential may rotate, change or revoke a token: itself, or one that is nowhere wider than itself. A value
   * in the grace of its rotation ends before its token, and may do nothing to it: or it would give itself a new life. The policy
   * of the site ends a token and its value together. So may one that another request has rotated away since this one was
   * authenticated.
   */
  requireNoWider(principal: Principal, token: Token): void {
    const { kind, id, expiresAt, ownExpiresAt, rotatedAt } = principal.credential;
    if (kind === 'session') return;
    const isItself = id === token.id;
    const end = isItself ? ownExpiresAt : expiresAt;
    const endsFirst = end !== null && (token.expiresAt === null || token.expiresAt > end);
    const isRotatedAway = isItself && rotatedAt?.getTime() !== token.rotatedAt?.getTime();
    if (endsFirst || isRotatedAway || !(isItself || covers(principal, token))) throw credentialTooNarrow();
  }

  requireActive(token: Token): void {
    if (stateOf(token, this.clock.now()) !== 'active') throw tokenNotActive();
  }

  async #account(principal: Principal, wanted: string | null): Promise<string | null> {
    if (principal.accountId !== null) {
      if (wanted !== null && wanted !== principal.accountId) throw accountNotHeld();
      return principal.accountId;
    }
    if (wanted !== null && !(await this.accounts.isActive(principal.siteId, wanted))) {
      throw validationFailed({ errors: [{ path: 'accountId', message: 'must be an active account of your site' }] });
    }
    return wanted;
  }
}

/** Whether the principal's credential reaches at least as far as the token, in scopes, account and networks. */
function covers({ credential, scopes, accountId }: Principal, token: Token): boolean {
  return (
    (credential.unbounded || (token.scopes !== null && missingFrom(scopes, token.scopes).length === 0)) &&
    (accountId === null || accountId === token.accountId) &&
    (credential.allowedNetworks === null ||
      (token.allowedNetworks !== null && areWithin(token.allowedNetworks, credential.allowedNetworks)))
  );
}
