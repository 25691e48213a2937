import { Injectable } from '@nestjs/common';
import type { Actor } from '../../shared/authz/actor.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { UserChanges } from '../../directory/users/user-changes.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { requireMayLetIn } from '../../shared/authz/ways-in.js';
import { ownAccount, siteOwner } from '../admin.errors.js';
import { UserChange } from './user-change.js';
import { UserRules } from './user-rules.js';

/** Suspends a user, and resumes them. Tokens come back with the user; sessions and sign-in tokens don't. */
@Injectable()
export class SuspendUser {
  constructor(
    private readonly change: UserChange,
    private readonly changes: UserChanges,
    private readonly rules: UserRules,
    private readonly sessions: Sessions,
    private readonly tokens: TokenRevocation,
  ) {}

  /** Suspending a suspended user changes nothing. @throws ownAccount, siteOwner, lastAdministrator */
  async suspend(actor: Actor, id: string): Promise<UserRecord> {
    if (id === actor.principal.userId) throw ownAccount();
    return this.change.run(actor, id, 'user.suspended', async (tx, user, site) => {
      if (user.status === 'suspended') return { result: user, details: null };
      if (site.ownerId === user.id) throw siteOwner();
      await this.rules.requireOtherAdministrator(tx, user);
      const result = await this.changes.setStatus(tx, user, 'suspended');
      const sessionsEnded = await this.sessions.endAll(tx, user.siteId, user.id, 'suspended');
      const tokensRevoked = await this.tokens.signIns(tx, user.siteId, user.id);
      return { result, details: { sessionsEnded, tokensRevoked } };
    });
  }

  /** Resuming lets a user in, so it needs the same right. Resuming an active user changes nothing. @throws credentialTooNarrow */
  async resume(actor: Actor, id: string): Promise<UserRecord> {
    requireMayLetIn(actor.principal);
    return this.change.run(actor, id, 'user.resumed', async (tx, user) => {
      if (user.status === 'active') return { result: user, details: null };
      return { result: await this.changes.setStatus(tx, user, 'active'), details: {} };
    });
  }
}
