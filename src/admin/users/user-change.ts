import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork, type UnitOfWorkOptions } from '../../platform/database/unit-of-work.js';
import { Sites } from '../../directory/sites/sites.service.js';
import type { Actor } from '../../shared/authz/actor.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { type SiteOwnership, UserRules } from './user-rules.js';

export interface Changed<T> {
  readonly result: T;
  /** What the audit row says about the change; null when nothing changed, or when the called code has audited it. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/**
 * The frame of every change that an administrator makes of a user: lock the site and the user, refuse a user who holds what the
 * caller lacks, change the user, audit the change. One transaction. The lock of the site makes such changes follow each other, so
 * that the last two administrators can't remove each other. The caller is judged as they are at that moment.
 */
@Injectable()
export class UserChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: UserDirectory,
    private readonly rules: UserRules,
    private readonly sites: Sites,
    private readonly audit: Audit,
  ) {}

  async run<T>(
    actor: Actor,
    id: string,
    action: AuditAction,
    change: (tx: Tx, user: UserRecord, site: SiteOwnership, actor: Actor) => Promise<Changed<T>>,
    options: UnitOfWorkOptions = {},
  ): Promise<T> {
    const { siteId } = actor.principal;
    const audited = async (tx: Tx, user: UserRecord, site: SiteOwnership, standing: Actor): Promise<T> => {
      const { result, details } = await change(tx, user, site, standing);
      const subject = { type: 'user', id: user.id, name: user.username };
      if (details !== null)
        await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return result;
    };
    return this.within(actor, id, audited, options);
  }

  /** The frame alone, for a call that changes nothing and has to see what a change would see. */
  async within<T>(
    actor: Actor,
    id: string,
    work: (tx: Tx, user: UserRecord, site: SiteOwnership, actor: Actor) => Promise<T>,
    options: UnitOfWorkOptions = {},
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const site = await this.sites.lock(tx, actor.principal.siteId);
      const principal = await this.rules.standing(tx, actor);
      const user = await this.directory.readForUpdate(tx, principal.siteId, id);
      await this.rules.requireInReach(tx, principal, user, site);
      return work(tx, user, site, { ...actor, principal });
    }, options);
  }
}
