import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { recordOf } from './site-record.js';
import type { Site } from './site.entity.js';
import { SiteRepository } from './site.repository.js';
import { siteNotFound } from './sites.errors.js';
import type { SiteRecord } from './sites.types.js';

/** Answers what other modules ask about sites. */
@Injectable()
export class Sites {
  constructor(private readonly sites: SiteRepository) {}

  async byId(id: SiteId): Promise<Site> {
    const site = await this.sites.byId(id);
    if (site === null) throw siteNotFound();
    return site;
  }

  /** As `byId`, with the policy that the row stores. */
  async read(id: SiteId): Promise<SiteRecord> {
    return recordOf(await this.byId(id));
  }

  /** As `read`, locked until the commit. For rules about a site as a whole, such as that it keeps an administrator. */
  async lock(tx: Tx, id: SiteId): Promise<SiteRecord> {
    await this.sites.lock(tx, id);
    const site = await this.sites.byId(id, tx);
    if (site === null) throw siteNotFound();
    return recordOf(site);
  }

  /** In the order of their creation. For the operator only: a request knows one site. */
  all(): Promise<Site[]> {
    return this.sites.all();
  }

  /** Whether the deployment has no site yet, and so was never started. */
  areNone(tx?: Tx): Promise<boolean> {
    return this.sites.isEmpty(tx);
  }
}
