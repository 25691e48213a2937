import { Injectable } from '@nestjs/common';
import type { Actor } from '../shared/authz/actor.js';
import { Sessions } from '../sessions/sessions.service.js';
import { UserChanges } from '../users/user-changes.service.js';
import type { UserRecord } from '../users/users.types.js';
import { ownAccount, siteOwner } from './admin.errors.js';
import { UserChange } from './user-change.js';
import { UserRules } from './user-rules.js';

/** Keeps a user out, and lets them in again. Tokens come back with the user; sessions don't. */
@Injectable()
export class SuspendUser {
  constructor(
    private readonly change: UserChange,
    private readonly changes: UserChanges,
    private readonly rules: UserRules,
    private readonly sessions: Sessions,
  ) {}

  /** Suspending one who is suspended changes nothing. @throws ownAccount, siteOwner, lastAdministrator */
  async suspend(actor: Actor, id: string): Promise<UserRecord> {
    if (id === actor.principal.userId) throw ownAccount();
    return this.change.run(actor, id, 'user.suspended', async (tx, user, site) => {
      if (user.status === 'suspended') return { result: user, details: null };
      if (site.ownerId === user.id) throw siteOwner();
      await this.rules.requireOtherAdministrator(tx, user);
      const result = await this.changes.setStatus(tx, user, 'suspended');
      const sessionsEnded = await this.sessions.endAll(tx, user.siteId, user.id, 'suspended');
      return { result, details: { sessionsEnded } };
    });
  }

  /** Resuming one who is active changes nothing. */
  async resume(actor: Actor, id: string): Promise<UserRecord> {
    return this.change.run(actor, id, 'user.resumed', async (tx, user) => {
      if (user.status === 'active') return { result: user, details: null };
      return { result: await this.changes.setStatus(tx, user, 'active'), details: {} };
    });
  }
}
