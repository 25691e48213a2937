import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { UserRecord } from '../users/users.types.js';
import { UserRules } from './user-rules.js';

export interface Changed<T> {
  readonly result: T;
  /** What the audit row says of the change; null when nothing changed, or when what was called has audited it. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/**
 * The frame of every change that an administrator makes of a user: lock the row, refuse one who holds what the caller
 * lacks, change it, audit it. One transaction.
 */
@Injectable()
export class UserChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: UserDirectory,
    private readonly rules: UserRules,
    private readonly audit: Audit,
  ) {}

  /** `first` runs before the user is locked: the lock of the site always comes first, so that two changes don't cross. */
  async run<T, L>(
    actor: Actor,
    id: string,
    action: string,
    first: (tx: Tx) => Promise<L>,
    change: (tx: Tx, user: UserRecord, locked: L) => Promise<Changed<T>>,
  ): Promise<T> {
    const { siteId } = actor.principal;
    return this.unitOfWork.run(async (tx) => {
      const locked = await first(tx);
      const user = await this.directory.readForUpdate(tx, siteId, id);
      await this.rules.requireInReach(tx, actor.principal, user);
      const { result, details } = await change(tx, user, locked);
      const subject = { type: 'user', id: user.id, name: user.username };
      if (details !== null)
        await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return result;
    });
  }
}
