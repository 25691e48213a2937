import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { policyOf } from './site-policy.js';
import { SiteRepository } from './site.repository.js';
import { siteNotFound } from './sites.errors.js';
import type { SitePolicy } from './sites.types.js';

export interface PolicyOfSite {
  readonly siteId: SiteId;
  readonly policy: SitePolicy;
}

/** The policies of sites, for whoever has to hold them. */
@Injectable()
export class SitePolicies {
  constructor(private readonly sites: SiteRepository) {}

  /** NO_POLICY where nothing is set. @throws siteNotFound */
  async of(siteId: SiteId, tx?: Tx): Promise<SitePolicy> {
    const site = await this.sites.byId(siteId, tx);
    if (site === null) throw siteNotFound();
    return policyOf(site.policy);
  }

  /** Of every site that has set one. For work that is nobody's request: within a request there is one site. */
  async all(): Promise<PolicyOfSite[]> {
    const sites = await this.sites.withPolicy();
    return sites.map(({ id, policy }) => ({ siteId: id, policy: policyOf(policy) }));
  }
}
