import { Injectable } from '@nestjs/common';
import { actsAsAdministrator } from '../../shared/authz/administrators.js';
import { ROLE_ADMIN } from '../../shared/authz/built-in-roles.js';
import { requireConfirmed } from '../../shared/authz/confirmation.js';
import type { Principal } from '../../shared/authz/principal.js';
import { insufficientScope, insufficientScopeChallenge } from '../../shared/authz/scope.errors.js';
import type { BuiltInScope } from '../../shared/authz/scopes.js';
import { credentialTooNarrow } from '../../shared/authz/authority.errors.js';
import { requireMayLetIn } from '../../shared/authz/ways-in.js';
import { Clock } from '../../shared/clock/clock.js';
import { ownerRequired } from '../admin.errors.js';

const SCOPE: BuiltInScope = 'site:write';

/** Who may choose the owner of the site, and with which credential (contract §6). */
@Injectable()
export class SiteHandoverRules {
  constructor(private readonly clock: Clock) {}

  /**
   * A session needs a password given just now, whatever the person's roles: an owner need not hold any. A token needs that power
   * explicitly: `site:write`, and no bound at all, because the call gives away the whole site.
   */
  requireCredential(principal: Principal): void {
    requireConfirmed(principal, this.clock.now());
    const { credential, scopes } = principal;
    if (credential.kind === 'session') return;
    if (!scopes.includes(SCOPE))
      throw insufficientScope({
        detail: `A token needs the scope ${SCOPE} for this call.`,
        challenge: insufficientScopeChallenge([SCOPE]),
        extensions: { scope: SCOPE, roles: [ROLE_ADMIN] },
      });
    requireMayLetIn(principal);
    if (!credential.unbounded) throw credentialTooNarrow();
  }

  requireMayHandOver(principal: Principal, { ownerId }: { readonly ownerId: string | null }): void {
    if (ownerId === principal.userId || (ownerId === null && actsAsAdministrator(principal))) return;
    throw ownerRequired();
  }
}
