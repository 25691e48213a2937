import { Injectable } from '@nestjs/common';
import { Roles } from '../directory/roles/roles.service.js';
import type { Access } from '../shared/authz/access.js';
import { requireConfirmed } from '../shared/authz/confirmation.js';
import type { Principal } from '../shared/authz/principal.js';
import { insufficientScope, insufficientScopeChallenge } from '../shared/authz/scope.errors.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import { sessionRequired } from './principals.errors.js';

/** Whether a principal meets what a route declares. */
@Injectable()
export class AccessRules {
  constructor(
    private readonly roles: Roles,
    private readonly clock: Clock,
  ) {}

  async require(access: Exclude<Access, { to: 'public' | 'secret' }>, principal: Principal): Promise<void> {
    if (access.to === 'principal') return;
    if (access.to === 'session' && principal.credential.kind !== 'session') throw sessionRequired();
    if (access.to === 'scopes') await this.requireScopes(principal, access.scopes);
    if (access.confirmed) requireConfirmed(principal, this.clock.now());
  }

  /** Refuses with 403 `insufficient_scope`, naming the missing scopes and the roles that grant them (RFC 6750 §3.1). */
  async requireScopes(principal: Principal, scopes: readonly string[]): Promise<void> {
    const missing = missingFrom(principal.scopes, scopes);
    if (missing.length === 0) return;
    const scope = missing.join(' ');
    const roles = await this.roles.granting(principal.siteId, missing);
    const granted = roles.length === 0 ? 'no role of your site grants' : `these roles grant: ${roles.join(' ')}`;
    throw insufficientScope({
      detail: `This needs the scope ${scope}, which ${granted}`,
      challenge: insufficientScopeChallenge(scopes),
      extensions: { scope, roles },
    });
  }
}
