import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { ApplicationRules } from './application-rules.js';
import type { Application } from '../application.entity.js';
import { ApplicationRepository } from '../application.repository.js';
import { applicationNotFound } from '../applications.errors.js';
import { Makers } from '../../platform/database/makers.js';
import type { Principal, StandingPrincipal } from '../../shared/authz/principal.js';

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
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  async run<T>(
    actor: Actor,
    id: string,
    action: AuditAction,
    change: (tx: Tx, application: Application, principal: StandingPrincipal) => Promise<ChangedApplication<T>>,
  ): Promise<T> {
    const { siteId } = actor.principal;
    return this.makers.run(actor.principal, async (tx, principal) => {
      const application = await this.#locked(tx, principal, id);
      this.rules.requireNoWider(principal, application);
      const { result, details } = await change(tx, application, principal);
      const isMarked = application.transferredAt !== null;
      const unmarked = isMarked && (await this.applications.unmarkWhenRenewed(tx, siteId, id));
      await this.audit.record(tx, {
        siteId,
        action,
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'application', id, name: application.name },
        details: { ...details, ...(unmarked && { unmarked }) },
      });
      return result;
    });
  }

  /** The same lock, for a call that changes nothing. */
  async look<T>(principal: Principal, id: string, work: (tx: Tx, application: Application) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(async (tx) => work(tx, await this.#locked(tx, principal, id)));
  }

  async #locked(tx: Tx, { siteId, userId }: Principal, id: string): Promise<Application> {
    const application = await this.applications.ownedByForUpdate(tx, siteId, userId, id);
    if (application === null) throw applicationNotFound();
    return application;
  }
}
