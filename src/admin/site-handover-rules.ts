import { Injectable } from '@nestjs/common';
import { ROLE_ADMIN } from '../shared/authz/built-in-roles.js';
import { requireConfirmed } from '../shared/authz/confirmation.js';
import type { Principal } from '../shared/authz/principal.js';
import { insufficientScope, insufficientScopeChallenge } from '../shared/authz/scope.errors.js';
import type { BuiltInScope } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import { credentialTooNarrow } from '../tokens/tokens.errors.js';
import { ownerRequired } from './admin.errors.js';

const SCOPE: BuiltInScope = 'site:write';

/** Who may say whose the site is, and with what (CONTRACT §6). */
@Injectable()
export class SiteHandoverRules {
  constructor(private readonly clock: Clock) {}

  /**
   * A session of who has just given the password, whatever their roles: an owner need hold none. A token, only when it was
   * given that power: `site:write`, and no bound at all, for what it gives away is the whole site.
   */
  requireCredential(principal: Principal): void {
    requireConfirmed(principal, this.clock.now());
    const { credential, scopes, accountId } = principal;
    if (credential.kind === 'session') return;
    if (!scopes.includes(SCOPE))
      throw insufficientScope({
        detail: `A token needs the scope ${SCOPE} for this.`,
        challenge: insufficientScopeChallenge([SCOPE]),
        extensions: { scope: SCOPE, roles: [ROLE_ADMIN] },
      });
    if (!credential.unbounded || accountId !== null) throw credentialTooNarrow();
  }

  requireMayHandOver({ userId, roles }: Principal, { ownerId }: { readonly ownerId: string | null }): void {
    if (ownerId === userId || (ownerId === null && roles.includes(ROLE_ADMIN))) return;
    throw ownerRequired();
  }
}
