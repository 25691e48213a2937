import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type AuditAction, actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { ApplicationRules } from './application-rules.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationNotFound } from './applications.errors.js';

export interface ChangedApplication<T> {
  readonly result: T;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The frame of every change of one's own application: lock the row, refuse a narrower credential, change, audit. */
@Injectable()
export class OwnApplicationChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly rules: ApplicationRules,
    private readonly audit: Audit,
  ) {}

  async run<T>(
    actor: Actor,
    id: string,
    action: AuditAction,
    change: (tx: Tx, application: Application) => Promise<ChangedApplication<T>>,
  ): Promise<T> {
    const { siteId, userId } = actor.principal;
    return this.unitOfWork.run(async (tx) => {
      const application = await this.applications.ownedByForUpdate(tx, siteId, userId, id);
      if (application === null) throw applicationNotFound();
      this.rules.requireNoWider(actor.principal, application);
      const { result, details } = await change(tx, application);
      if (application.transferredAt !== null) await this.applications.unmarkWhenRenewed(tx, siteId, id);
      const subject = { type: 'application', id, name: application.name };
      await this.audit.record(tx, { siteId, action, outcome: 'success', actor: actorOf(actor), subject, details });
      return result;
    });
  }
}
