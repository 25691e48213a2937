import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { AuditActor } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import { SiteRepository } from './site.repository.js';
import type { SiteRecord } from './sites.types.js';

/** Writes whose a site is. Who may say so, and who can be the owner, is asked by its callers. */
@Injectable()
export class SiteOwners {
  constructor(
    private readonly sites: SiteRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `site` is locked by the caller, or new. Null is nobody. */
  async change(tx: Tx, site: SiteRecord, ownerId: string | null, actor: AuditActor): Promise<SiteRecord> {
    const patch = { ownerId, updatedAt: this.clock.now() };
    await this.sites.update(tx, site.id, patch);
    await this.audit.record(tx, {
      siteId: site.id,
      action: 'site.owner_changed',
      outcome: 'success',
      actor,
      subject: { type: 'site', id: site.id, name: site.name },
      details: { from: site.ownerId, to: ownerId },
    });
    return { ...site, ...patch };
  }
}
