import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { Makers } from '../../platform/database/makers.js';
import { ServiceAccountRules } from '../../tokens/service-account-rules.js';
import { ApplicationRules } from '../changing/application-rules.js';
import { ApplicationRepository } from '../application.repository.js';
import { applicationNotFound } from '../applications.errors.js';
import { type AddedSecret, ClientSecrets } from '../client-secrets.service.js';

/** What an administrator does with the applications of service accounts. */
@Injectable()
export class ServiceAccountApplications {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecrets,
    private readonly accounts: ServiceAccountRules,
    private readonly rules: ApplicationRules,
    private readonly makers: Makers,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds a secret, as for one's own application. The new secret replaces one that a leaver may have kept a copy of.
   * @throws applicationNotFound, serviceAccountRequired, scopeNotHeld, tooManySecrets
   */
  async addSecret(actor: Actor, id: string, graceSeconds: number | undefined): Promise<AddedSecret> {
    const { siteId } = actor.principal;
    this.rules.requireUnpinned(actor.principal);
    return this.makers.run(actor.principal, async (tx, principal) => {
      const authority = this.rules.authorityOver(principal);
      const application = await this.applications.byIdForUpdate(tx, siteId, id);
      if (application === null) throw applicationNotFound();
      const { account } = await this.accounts.lock(tx, principal, application.ownerId);
      const { result, details } = await this.secrets.addTo(tx, authority, application, graceSeconds);
      const isMarked = application.transferredAt !== null;
      const unmarked = isMarked && (await this.applications.unmarkWhenRenewed(tx, siteId, id));
      await this.audit.record(tx, {
        siteId,
        action: 'application.secret_created',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'application', id, name: application.name },
        details: { ...details, ...(unmarked && { unmarked }), owner: { id: account.id, name: account.username } },
      });
      return result;
    });
  }
}
