import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import { isDuplicateKey } from '../../platform/database/database-failures.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Makers } from '../../platform/database/makers.js';
import type { Actor } from '../../shared/authz/actor.js';
import { requireConfirmed } from '../../shared/authz/confirmation.js';
import { Clock } from '../../shared/clock/clock.js';
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

/**
 * Changes the settings of the caller's site. The owner changes elsewhere, where the caller's right to do so is checked
 * (admin/site/hand-over-site.ts).
 */
@Injectable()
export class SiteChanges {
  constructor(
    private readonly sites: SiteRepository,
    private readonly makers: Makers,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * A change that alters nothing is not an error, and leaves no trace in the audit log. To change the policy, a session must be
   * confirmed. @throws duplicateName when the slug is taken, reauthenticationRequired
   */
  async update(actor: Actor, wanted: WantedSite): Promise<SiteRecord> {
    return this.makers.run(actor.principal, async (tx, principal) => {
      if (wanted.policy !== undefined) requireConfirmed(principal, this.clock.now());
      const site = await this.sites.byIdForUpdate(tx, principal.siteId);
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

/** The columns to write, and the old and new values for the audit log. */
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
