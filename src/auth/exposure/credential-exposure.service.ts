import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { anonymousActor } from '../../audit/audit.types.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Notifications } from '../../notifications/notifications.service.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { ExposedCredentials } from '../../shared/authz/exposed-credentials.js';
import { type ExposedCredential, ExposedCredentialRevocation, type Exposure } from './exposed-credential-revocation.js';

/**
 * Credentials that strangers may have read: sent to the plain port, or found somewhere and reported. Each one that
 * could still be used is revoked, its owner told and the event audited, in one transaction.
 */
@Injectable()
export class CredentialExposure extends ExposedCredentials {
  constructor(
    private readonly revocation: ExposedCredentialRevocation,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {
    super();
  }

  override report(values: readonly string[], context: RequestContext): Promise<void> {
    return this.revoke(values, 'sent_in_plaintext', context);
  }

  async revoke(values: readonly string[], exposure: Exposure, context: RequestContext): Promise<void> {
    for (const value of new Set(values)) {
      const exposed = await this.revocation.identify(value);
      if (exposed !== null) await this.#revoke(exposed, exposure, context);
    }
  }

  async #revoke(exposed: ExposedCredential, exposure: Exposure, context: RequestContext): Promise<void> {
    const { siteId, userId, type, id, name } = exposed;
    const subject = { type, id, name };
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.revocation.revoke(tx, exposed, exposure))) return;
      const details = { reason: exposure, name, address: context.address };
      await this.notifications.tell(tx, { siteId, userId, kind: `credential.${exposure}`, subject, details });
      await this.audit.record(tx, {
        siteId,
        action: 'credential.revoked',
        outcome: 'success',
        reason: exposure,
        actor: anonymousActor(context),
        subject,
        details: { ownerId: userId },
      });
    });
  }
}
