import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { SiteRepository } from './site.repository.js';
import type { SiteRecord } from './sites.types.js';

/** Writes the owner of a site. Callers check who may change the owner, and who can be one. */
@Injectable()
export class SiteOwners {
  constructor(
    private readonly sites: SiteRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `site` is locked by the caller, or new. An `ownerId` of null means no owner. */
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
