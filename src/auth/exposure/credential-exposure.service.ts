import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { anonymousActor } from '../../audit/audit.types.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { WriteBehind } from '../../database/write-behind.js';
import { Notifications } from '../../notifications/notifications.service.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { ExposedCredentials } from '../../shared/authz/exposed-credentials.js';
import { type ExposedCredential, ExposedCredentialRevocation, type Exposure } from './exposed-credential-revocation.js';

const RETRY_AFTER_MS = 1_000;
const MOST_PENDING = 1_000;

/**
 * Credentials that strangers may have read: sent to the plain port, or found somewhere and reported. Each one that
 * could still be used is revoked, its owner told and the event audited, in one transaction.
 */
@Injectable()
export class CredentialExposure extends ExposedCredentials implements BeforeApplicationShutdown {
  readonly #logger = new Logger(CredentialExposure.name);
  readonly #pending = new Map<string, RequestContext>();
  readonly #behind = new WriteBehind(RETRY_AFTER_MS, () => this.#retry());

  constructor(
    private readonly revocation: ExposedCredentialRevocation,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {
    super();
  }

  /** Its sender won't say again what a database that is down can't take now: it is tried until it is revoked. */
  override async report(values: readonly string[], context: RequestContext): Promise<void> {
    try {
      await this.revoke(values, 'sent_in_plaintext', context);
    } catch (error) {
      for (const value of values) if (this.#pending.size < MOST_PENDING) this.#pending.set(value, context);
      this.#behind.schedule();
      throw error;
    }
  }

  async revoke(values: readonly string[], exposure: Exposure, context: RequestContext): Promise<void> {
    for (const value of new Set(values)) {
      const exposed = await this.revocation.identify(value);
      if (exposed !== null) await this.#revoke(exposed, exposure, context);
    }
  }

  beforeApplicationShutdown(): void {
    this.#behind.stop();
    const { size } = this.#pending;
    if (size > 0) this.#logger.error(`${size} credentials sent in plaintext were not revoked: the service ends first`);
  }

  /** One that fails is pending again, behind the others. */
  async #retry(): Promise<void> {
    for (const [value, context] of [...this.#pending]) {
      this.#pending.delete(value);
      const done = await this.report([value], context).then(
        () => true,
        () => false,
      );
      if (!done) return;
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
