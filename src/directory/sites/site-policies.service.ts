import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { policyOf } from './site-policy.js';
import { SiteRepository } from './site.repository.js';
import { siteNotFound } from './sites.errors.js';
import type { SitePolicy } from './sites.types.js';

export interface PolicyOfSite {
  readonly siteId: SiteId;
  readonly policy: SitePolicy;
}

/** The policies of sites, for the modules that enforce them. */
@Injectable()
export class SitePolicies {
  constructor(private readonly sites: SiteRepository) {}

  /** NO_POLICY when the site has set nothing. @throws siteNotFound */
  async of(siteId: SiteId, tx?: Tx): Promise<SitePolicy> {
    const site = await this.sites.byId(siteId, tx);
    if (site === null) throw siteNotFound();
    return policyOf(site.policy);
  }

  /** The policies of all sites that have set one. For background work only: a request knows one site. */
  async all(): Promise<PolicyOfSite[]> {
    const sites = await this.sites.withPolicy();
    return sites.map(({ id, policy }) => ({ siteId: id, policy: policyOf(policy) }));
  }
}
