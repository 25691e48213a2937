import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import type { Principal } from '../shared/authz/principal.js';
import { intersect, missingFrom } from '../shared/authz/scopes.js';
import { PolicyLimits } from '../tokens/policy-limits.js';
import { credentialTooNarrow, lifetimeExceeded } from '../tokens/tokens.errors.js';
import type { Application } from './application.entity.js';
import { DEFAULT_TOKEN_TTL_SECONDS } from './dto/register-application.request.js';

/** What an application may do is bounded by its scopes and, once it was transferred, by its ceiling. */
@Injectable()
export class ApplicationRules {
  constructor(private readonly limits: PolicyLimits) {}

  /**
   * An application's secrets and tokens know no account and no network, and live as long as the application says: the
   * application's right, not the caller's (CONTRACT §9). So a credential that is pinned or limited can't make one.
   */
  requireUnpinned(principal: Principal): void {
    if (principal.accountId !== null || principal.credential.allowedNetworks !== null) throw credentialTooNarrow();
  }

  /** An application registers no other: the offspring would outlive it, with a secret that never ends (CONTRACT §1). */
  requireMayRegister(principal: Principal): void {
    this.requireUnpinned(principal);
    if (principal.credential.kind === 'application')
      throw lifetimeExceeded({
        detail: "An application's token cannot register another application; use a session or a personal token.",
      });
  }

  /** Its own token makes the configured lifetime no longer: the lifetime is the application's right, not the token's. */
  requireNoLonger({ credential }: Principal, application: Application, tokenTtlSeconds: number | undefined): void {
    if (credential.kind !== 'application' || tokenTtlSeconds === undefined) return;
    if (tokenTtlSeconds > application.tokenTtlSeconds)
      throw lifetimeExceeded({
        detail: `The tokens of the application live ${application.tokenTtlSeconds} seconds; its owner can make that longer.`,
      });
  }

  /** Who asks for a longer life than the policy of the site allows is refused; who asks for none gets what it allows. */
  async timeToLive(site: SiteId, wanted: number | null, tx?: Tx): Promise<number> {
    if (wanted === null) return this.limits.cap(site, DEFAULT_TOKEN_TTL_SECONDS, tx);
    await this.limits.requireTimeToLive(site, wanted, tx);
    return wanted;
  }

  /** Whether a credential may change an application or renew its credentials: only one that is nowhere narrower. */
  requireNoWider(principal: Principal, application: Application): void {
    const { credential } = principal;
    if (credential.kind === 'session') return;
    this.requireUnpinned(principal);
    const isItsOwn = credential.applicationId === application.id && !credential.narrowed;
    const bounds = application.scopes ?? application.ceiling;
    const coversIt = bounds !== null && missingFrom(principal.scopes, bounds).length === 0;
    if (!credential.unbounded && !isItsOwn && !coversIt) throw credentialTooNarrow();
  }

  /** What the application may do now, for a principal that covers it. */
  effectiveScopes(principal: Principal, application: Application): string[] {
    return intersect(principal.scopes, application.scopes, application.ceiling);
  }
}
