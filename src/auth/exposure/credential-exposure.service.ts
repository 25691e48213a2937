import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { Audit } from '../../platform/audit/audit.service.js';
import { anonymousActor } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { WriteBehind } from '../../platform/database/write-behind.js';
import { Notifications } from '../../platform/notifications/notifications.service.js';
import type { RequestContext } from '../../shared/authz/actor.js';
import { ExposedCredentials } from '../../platform/http/exposed-credentials.js';
import {
  type ExposedCredential,
  ExposedCredentialLookup,
  MOST_TRACES,
  type Trace,
} from './exposed-credential-lookup.js';
import { ExposedCredentialRevocation, type Exposure } from './exposed-credential-revocation.js';

const RETRY_AFTER_MS = 1_000;
/** Ten times as many as the longest searched request can hold. */
const MOST_PENDING = 200_000;

/** The next credentials to look up, and where they were sent from. */
interface Batch {
  readonly traces: readonly Trace[];
  readonly context: RequestContext;
}

/**
 * Credentials that strangers may have read: sent to the plain port, or found somewhere and reported. Each one that could still be
 * used is ended, its owner told and the event audited, in one transaction.
 */
@Injectable()
export class CredentialExposure extends ExposedCredentials implements BeforeApplicationShutdown {
  readonly #logger = new Logger(CredentialExposure.name);
  #pending: Batch[] = [];
  readonly #behind = new WriteBehind(RETRY_AFTER_MS, () => this.#retry());

  constructor(
    private readonly lookup: ExposedCredentialLookup,
    private readonly revocation: ExposedCredentialRevocation,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {
    super();
  }

  /** The sender won't repeat what a database that is down can't take now, so each credential is retried until it is revoked. */
  override async report(values: readonly string[], context: RequestContext): Promise<void> {
    const batches = this.#batches(values, context);
    for (const [i, batch] of batches.entries())
      try {
        await this.#end(batch, 'sent_in_plaintext');
      } catch (error) {
        this.#keep(batches.slice(i));
        throw error;
      }
  }

  async revoke(values: readonly string[], exposure: Exposure, context: RequestContext): Promise<void> {
    for (const batch of this.#batches(values, context)) await this.#end(batch, exposure);
  }

  beforeApplicationShutdown(): void {
    this.#behind.stop();
    const size = this.#pendingTraces;
    if (size > 0) this.#logger.error(`${size} credentials sent in plaintext were not revoked before the service ended`);
  }

  get #pendingTraces(): number {
    return this.#pending.reduce((sum, { traces }) => sum + traces.length, 0);
  }

  #batches(values: readonly string[], context: RequestContext): Batch[] {
    const traces = Array.from(new Set(values), (value) => this.lookup.traceOf(value));
    return Array.from({ length: Math.ceil(traces.length / MOST_TRACES) }, (_, i) => ({
      traces: traces.slice(i * MOST_TRACES, (i + 1) * MOST_TRACES),
      context,
    }));
  }

  #keep(batches: readonly Batch[]): void {
    for (const batch of batches) {
      if (this.#pendingTraces + batch.traces.length <= MOST_PENDING) this.#pending.push(batch);
      else
        this.#logger.error(
          `${batch.traces.length} possible credentials sent in plaintext were dropped: too many are waiting`,
        );
    }
    this.#behind.schedule();
  }

  /** A failed credential is pending again, behind the others, so that its failure does not hold them up. */
  async #retry(): Promise<void> {
    for (let left = this.#pending.length; left > 0; left--) {
      const [batch, ...others] = this.#pending;
      if (batch === undefined) return;
      this.#pending = others;
      try {
        await this.#end(batch, 'sent_in_plaintext');
      } catch {
        this.#keep([batch]);
        return;
      }
    }
  }

  async #end({ traces, context }: Batch, exposure: Exposure): Promise<void> {
    // A read of SQLite returns at once: without a turn in between, no other request would get one.
    await turnOfEventLoop();
    const found = await this.lookup.find(traces);
    for (const exposed of found.toSorted(newestFirst)) await this.#revoke(exposed, exposure, context);
  }

  async #revoke(exposed: ExposedCredential, exposure: Exposure, context: RequestContext): Promise<void> {
    const { siteId, userId, type, id, name } = exposed;
    const subject = { type, id, name };
    const actor = anonymousActor(context);
    await this.unitOfWork.run(async (tx) => {
      const ended = await this.revocation.end(tx, exposed, exposure, actor);
      if (ended === null) return;
      const { descendants, superseded } = ended;
      const details = { reason: exposure, name, address: context.address, descendants };
      await this.notifications.tell(tx, { siteId, userId, kind: `credential.${exposure}`, subject, details });
      await this.audit.record(tx, {
        siteId,
        action: 'credential.revoked',
        outcome: 'success',
        reason: exposure,
        actor,
        subject,
        details: { ownerId: userId, descendants, ...(superseded && { superseded }) },
      });
    });
  }
}

/**
 * What a credential made comes before the credential itself: each exposed one is reported by itself, instead of just ending with
 * its maker.
 */
function newestFirst(one: ExposedCredential, other: ExposedCredential): number {
  return one.id < other.id ? 1 : -1;
}
