import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type AuditAction, actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork, type UnitOfWorkOptions } from '../database/unit-of-work.js';
import { Sites } from '../sites/sites.service.js';
import type { Actor } from '../shared/authz/actor.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { UserRecord } from '../users/users.types.js';
import { type SiteOwnership, UserRules } from './user-rules.js';

export interface Changed<T> {
  readonly result: T;
  /** What the audit row says of the change; null when nothing changed, or when what was called has audited it. */
  readonly details: Readonly<Record<string, unknown>> | null;
}

/**
 * The frame of every change that an administrator makes of a user: lock the site and the user, refuse one who holds
 * what the caller lacks, change it, audit it. One transaction. The lock of the site makes such changes follow each
 * other: of its last two administrators neither can go while the other does.
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
    change: (tx: Tx, user: UserRecord, site: SiteOwnership) => Promise<Changed<T>>,
    options: UnitOfWorkOptions = {},
  ): Promise<T> {
    const { siteId } = actor.principal;
    const audited = async (tx: Tx, user: UserRecord, site: SiteOwnership): Promise<T> => {
      const { result, details } = await change(tx, user, site);
      const subject = { type: 'user', id: user.id, name: user.username };
      if (details !== null)
        await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return result;
    };
    return this.within(actor, id, audited, options);
  }

  /** The frame alone, for what changes nothing and has to see what a change would. */
  async within<T>(
    { principal }: Actor,
    id: string,
    work: (tx: Tx, user: UserRecord, site: SiteOwnership) => Promise<T>,
    options: UnitOfWorkOptions = {},
  ): Promise<T> {
    return this.unitOfWork.run(async (tx) => {
      const site = await this.sites.lock(tx, principal.siteId);
      await this.rules.requireActiveCaller(tx, principal);
      const user = await this.directory.readForUpdate(tx, principal.siteId, id);
      await this.rules.requireInReach(tx, principal, user, site);
      return work(tx, user, site);
    }, options);
  }
}
