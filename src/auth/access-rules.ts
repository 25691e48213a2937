import { Injectable } from '@nestjs/common';
import { Roles } from '../roles/roles.service.js';
import type { Access } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { Clock } from '../shared/clock/clock.js';
import { insufficientScope, reauthenticationRequired, sessionRequired } from './auth.errors.js';
import { PLAIN_CHALLENGE } from './refusals.service.js';

/** How long after a sign-in or `POST /auth/confirm` a session may make sensitive calls (CONTRACT §6). */
const CONFIRMED_FOR_MS = 15 * 60 * 1000;

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
    if (access.confirmed) this.#requireConfirmed(principal);
  }

  /** Answers 403 `insufficient_scope` with the scopes that are missing and the roles that grant them (RFC 6750 §3.1). */
  async requireScopes(principal: Principal, scopes: readonly string[]): Promise<void> {
    const missing = missingFrom(principal.scopes, scopes);
    if (missing.length === 0) return;
    const scope = missing.join(' ');
    const roles = await this.roles.granting(principal.siteId, missing);
    throw insufficientScope({
      detail: `This needs the scope ${scope}, which these roles grant: ${roles.join(' ')}`,
      challenge: insufficientScopeChallenge(scopes),
      extensions: { scope, roles },
    });
  }

  #requireConfirmed({ credential }: Principal): void {
    if (credential.confirmedAt === null) return;
    if (this.clock.now().getTime() - credential.confirmedAt.getTime() >= CONFIRMED_FOR_MS)
      throw reauthenticationRequired();
  }
}

export function insufficientScopeChallenge(scopes: readonly string[]): string {
  return `${PLAIN_CHALLENGE}, error="insufficient_scope", scope="${scopes.join(' ')}"`;
}
