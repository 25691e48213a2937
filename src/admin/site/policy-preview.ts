import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { changedPolicy } from '../../directory/sites/site-policy.js';
import { SitePolicies } from '../../directory/sites/site-policies.service.js';
import type { SitePolicyChange } from '../../directory/sites/sites.types.js';
import { type PolicyEffect, PolicyEffects } from '../../tokens/policy/policy-effects.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';

export interface PolicyPreviewed extends PolicyEffect {
  /** The usernames of the owners of the tokens, by id. */
  readonly usernames: ReadonlyMap<string, string>;
}

/** Looking through all tokens of a large site takes time. */
const DEADLINE_MS = 30_000;

/** Says which tokens a change of the policy would stop, before it happens. Nothing changes. */
@Injectable()
export class PolicyPreview {
  constructor(
    private readonly policies: SitePolicies,
    private readonly effects: PolicyEffects,
    private readonly directory: UserDirectory,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A unit of work, so that the whole answer describes one moment. */
  async of(
    siteId: SiteId,
    change: SitePolicyChange,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<PolicyPreviewed> {
    await this.effects.writeUses();
    const effect = await this.unitOfWork.run(
      async (tx) => {
        const from = await this.policies.of(siteId, tx);
        return this.effects.of(tx, siteId, { from, to: changedPolicy(from, change) }, page);
      },
      { deadlineMs: DEADLINE_MS },
    );
    const owners = effect.items.map(({ token }) => token.ownerId);
    return { ...effect, usernames: await this.directory.usernames(siteId, owners) };
  }
}
