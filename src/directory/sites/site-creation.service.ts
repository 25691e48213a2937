import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import { isDuplicateKey } from '../../platform/database/database-failures.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import { Ids } from '../../shared/ids/ids.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { nameProblem } from '../../shared/validation/name.decorator.js';
import { SiteOwners } from './site-owners.js';
import { recordOf } from './site-record.js';
import { slugProblem, slugTaken } from './site-slug.js';
import type { Site } from './site.entity.js';
import { SiteRepository } from './site.repository.js';

/** Makes sites. A site also needs an account and an administrator: src/setup adds them in the same transaction. */
@Injectable()
export class SiteCreation {
  constructor(
    private readonly sites: SiteRepository,
    private readonly owners: SiteOwners,
    private readonly audit: Audit,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws validationFailed, duplicateName when the slug is taken. */
  async create(tx: Tx, wanted: { name: string; slug: string }, actor: AuditActor): Promise<Site> {
    const { slug } = wanted;
    const name = wanted.name.normalize('NFC');
    requireValid({ name: nameProblem(name), slug: slugProblem(slug) });
    const id = this.ids.next() as SiteId; // the one place that makes a site id
    const now = this.clock.now();
    const site: Site = { id, name, slug, ownerId: null, policy: null, createdAt: now, updatedAt: now };
    try {
      await this.sites.insert(tx, site);
    } catch (error) {
      throw isDuplicateKey(error) ? slugTaken() : error;
    }
    await this.audit.record(tx, {
      siteId: site.id,
      action: 'site.created',
      outcome: 'success',
      actor,
      subject: { type: 'site', id: site.id, name },
      details: { slug },
    });
    return site;
  }

  /** Sets the first owner. Handing a site over is another matter, and checks the caller's right to do so. */
  async giveFirstOwner(tx: Tx, site: Site, ownerId: string, actor: AuditActor): Promise<void> {
    await this.owners.change(tx, recordOf(site), ownerId, actor);
  }
}

function requireValid(problems: Readonly<Record<string, string | null>>): void {
  const errors = Object.entries(problems).flatMap(([path, message]) => (message === null ? [] : [{ path, message }]));
  if (errors.length > 0) throw validationFailed({ errors });
}
