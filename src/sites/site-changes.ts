import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { isDuplicateKey } from '../database/database-failures.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { Clock } from '../shared/clock/clock.js';
import { changedPolicy, differingRules, policyOf, storedPolicy } from './site-policy.js';
import { recordOf } from './site-record.js';
import { slugTaken } from './site-slug.js';
import type { Site } from './site.entity.js';
import { SiteRepository } from './site.repository.js';
import { siteNotFound } from './sites.errors.js';
import type { SitePolicyChange, SiteRecord } from './sites.types.js';

export interface WantedSite {
  readonly name?: string | undefined;
  readonly slug?: string | undefined;
  readonly policy?: SitePolicyChange | undefined;
}

type SitePatch = Partial<Pick<Site, 'name' | 'slug' | 'policy'>>;
type Difference = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

/** Changes the settings of one's own site. Whose it is changes elsewhere: that asks who may (admin/hand-over-site.ts). */
@Injectable()
export class SiteChanges {
  constructor(
    private readonly sites: SiteRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One that changes nothing is no error and leaves no trace. @throws duplicateName when the slug is taken */
  async update(actor: Actor, wanted: WantedSite): Promise<SiteRecord> {
    return this.unitOfWork.run(async (tx) => {
      const site = await this.sites.byIdForUpdate(tx, actor.principal.siteId);
      if (site === null) throw siteNotFound();
      const { patch, details } = changesOf(site, wanted);
      if (Object.keys(details).length === 0) return recordOf(site);
      const changed = { ...site, ...patch, updatedAt: this.clock.now() };
      await this.#write(tx, changed, patch);
      await this.audit.record(tx, {
        siteId: site.id,
        action: 'site.updated',
        outcome: 'success',
        actor: actorOf(actor),
        subject: { type: 'site', id: site.id, name: changed.name },
        details,
      });
      return recordOf(changed);
    });
  }

  async #write(tx: Tx, { id, updatedAt }: Site, patch: SitePatch): Promise<void> {
    try {
      await this.sites.update(tx, id, { ...patch, updatedAt });
    } catch (error) {
      throw isDuplicateKey(error) ? slugTaken() : error;
    }
  }
}

/** What to write, and how the audit log tells it: from what to what. */
function changesOf(site: Site, { name = site.name, slug = site.slug, policy = {} }: WantedSite) {
  const before = policyOf(site.policy);
  const after = changedPolicy(before, policy);
  const rules = differingRules(before, after).map((rule) => [rule, { from: before[rule], to: after[rule] }]);
  const patch: SitePatch = {
    ...(name !== site.name && { name }),
    ...(slug !== site.slug && { slug }),
    ...(rules.length > 0 && { policy: storedPolicy(after) }),
  };
  const details = {
    ...(patch.name !== undefined && { name: { from: site.name, to: name } }),
    ...(patch.slug !== undefined && { slug: { from: site.slug, to: slug } }),
    ...(rules.length > 0 && { policy: Object.fromEntries(rules) as Difference }),
  };
  return { patch, details };
}
