import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Authority } from '../../shared/authz/authority.js';
import type { Principal } from '../../shared/authz/principal.js';
import { intersect, missingFrom } from '../../shared/authz/scopes.js';
import { PolicyLimits } from '../../tokens/policy/policy-limits.js';
import { credentialTooNarrow, lifetimeExceeded, supersededCredential } from '../../shared/authz/authority.errors.js';
import { Clock } from '../../shared/clock/clock.js';
import type { Application } from '../application.entity.js';
import { DEFAULT_TOKEN_TTL_SECONDS } from '../dto/register-application.request.js';

/** What an application may do is limited by its scopes and, after a transfer, by its ceiling. */
@Injectable()
export class ApplicationRules {
  constructor(
    private readonly limits: PolicyLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * An application's secrets and tokens have no account and no network restriction (contract §1), so a credential that is pinned
   * or limited can't make one.
   */
  requireUnpinned(principal: Principal): void {
    if (principal.accountId !== null || principal.credential.allowedNetworks !== null) throw credentialTooNarrow();
  }

  /** An application can't register another one: the new one would end with the token, and nobody would look after it. */
  requireMayRegister(principal: Principal): void {
    this.requireUnpinned(principal);
    if (principal.credential.kind === 'application')
      throw lifetimeExceeded({
        detail: "An application's token cannot register another application; use a session or a personal token.",
      });
  }

  /**
   * The authority to make, rotate or widen credentials of the application. Its current access token may make its successor,
   * unless it was narrowed: the lifetime is then the application's right, not the token's (contract §1).
   * @throws supersededCredential, inheritedCredential, reauthenticationRequired
   */
  authorityOver<P extends Principal>(principal: P, application?: Application): Authority<P> {
    const authority = Authority.toMake(principal, this.clock.now());
    const { kind, id, narrowed } = principal.credential;
    const isCurrentToken = kind === 'application' && id === application?.accessTokenId && !narrowed;
    return isCurrentToken ? authority.endingAt(application.endsAt) : authority;
  }

  /**
   * A request for a longer life than the policy of the site allows is refused. Without a request, the token lives as long as the
   * policy allows.
   */
  async timeToLive(site: SiteId, wanted: number | null, tx?: Tx): Promise<number> {
    if (wanted === null) return this.limits.cap(site, DEFAULT_TOKEN_TTL_SECONDS, tx);
    await this.limits.requireTimeToLive(site, wanted, tx);
    return wanted;
  }

  /** Whether a credential may change an application or renew its credentials: only one that is nowhere narrower. */
  requireNoWider(principal: Principal, application: Application): void {
    const { credential } = principal;
    if (credential.kind === 'session') return;
    if (credential.superseded) throw supersededCredential();
    this.requireUnpinned(principal);
    const isItsOwn = credential.applicationId === application.id && !credential.narrowed;
    const bounds = application.scopes ?? application.ceiling;
    const coversIt = bounds !== null && missingFrom(principal.scopes, bounds).length === 0;
    if (!credential.unbounded && !isItsOwn && !coversIt) throw credentialTooNarrow();
  }

  /** What the application may do now, of the scopes that its owner holds. */
  effectiveScopes(held: readonly string[], application: Application): string[] {
    return intersect(held, application.scopes, application.ceiling);
  }
}
