import { Injectable } from '@nestjs/common';
import { Accounts } from '../directory/accounts/accounts.service.js';
import type { Principal } from '../shared/authz/principal.js';
import { Authority } from '../shared/authz/authority.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { areWithin } from '../shared/networks/network-list.js';
import { Roles } from '../directory/roles/roles.service.js';
import { PolicyLimits } from './policy/policy-limits.js';
import { stateOf } from './liveness.js';
import type { Token } from './token.entity.js';
import {
  accountNotHeld,
  credentialTooNarrow,
  networkNotHeld,
  scopeNotHeld,
  supersededCredential,
} from '../shared/authz/authority.errors.js';
import { tokenNotActive } from './tokens.errors.js';

/** What the maker of a token asks for. null means "no bound", undefined means "the same as my own credential". */
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
 * Settles what a caller asks for, within its authority (contract §1). A request for more is refused, not cut down: a caller that
 * gets less than it asked for finds out at the worst of times.
 */
@Injectable()
export class MintingRules {
  constructor(
    private readonly roles: Roles,
    private readonly accounts: Accounts,
    private readonly limits: PolicyLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws supersededCredential, inheritedCredential, reauthenticationRequired */
  authorityOf<P extends Principal>(principal: P): Authority<P> {
    return Authority.toMake(principal, this.clock.now());
  }

  async settle(principal: Principal, wanted: WantedBounds): Promise<SettledBounds> {
    const expiresAt = this.expiry(this.authorityOf(principal), wanted.expiresAt);
    await this.limits.requireExpiry(principal.siteId, expiresAt);
    return {
      scopes: await this.scopes(principal, wanted.scopes ?? null),
      accountId: await this.#account(principal, wanted.accountId ?? null),
      allowedNetworks: this.networks(principal, wanted.allowedNetworks ?? null),
      expiresAt,
    };
  }

  /** Null asks for everything that the owner's roles give, now and later. Only an unbounded credential may give that. */
  async scopes(principal: Principal, wanted: readonly string[] | null): Promise<readonly string[] | null> {
    if (wanted === null) {
      if (principal.credential.unbounded) return null;
      throw scopeNotHeld({
        detail: `Without scopes the token would hold everything that its owner holds. Name some of: ${principal.scopes.join(' ')}`,
      });
    }
    await this.roles.requireKnownScopes(principal.siteId, wanted);
    const missing = missingFrom(principal.scopes, wanted);
    if (missing.length > 0) {
      throw scopeNotHeld({
        detail: `Your credential lacks these scopes: ${missing.join(' ')}`,
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

  expiry(authority: Authority, wanted: Date | null): Date | null {
    if (wanted !== null && wanted <= this.clock.now()) {
      throw validationFailed({ errors: [{ path: 'expiresAt', message: 'must lie in the future, or be null' }] });
    }
    authority.requireEnd(wanted);
    return wanted;
  }

  /**
   * Whether a credential may rotate, change or revoke a token: itself, or one that is nowhere wider than itself. A value that was
   * rotated away, even by another request since this one was authenticated, can do nothing to its token: it would give itself a
   * new life. The policy of the site ends a token and its value together.
   * @throws supersededCredential, credentialTooNarrow
   */
  requireNoWider(principal: Principal, token: Token): void {
    const { kind, expiresAt, ownExpiresAt, rotatedAt, superseded } = principal.credential;
    if (kind === 'session') return;
    const isItself = isOwn(principal, token);
    if (superseded || (isItself && rotatedAt?.getTime() !== token.rotatedAt?.getTime())) throw supersededCredential();
    const end = isItself ? ownExpiresAt : expiresAt;
    const endsFirst = end !== null && (token.expiresAt === null || token.expiresAt > end);
    if (endsFirst || !(isItself || covers(principal, token))) throw credentialTooNarrow();
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

/** Whether the token is the calling credential itself. */
export function isOwn({ credential }: Principal, token: Pick<Token, 'id'>): boolean {
  return credential.kind !== 'session' && credential.id === token.id;
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
