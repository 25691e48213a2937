import { Injectable } from '@nestjs/common';
import { Accounts } from '../../directory/accounts/accounts.service.js';
import type { Principal } from '../../shared/authz/principal.js';
import { policyOf } from '../../directory/sites/site-policy.js';
import { Sites } from '../../directory/sites/sites.service.js';
import { UserDirectory } from '../../directory/users/user-directory.service.js';
import type { MeResponse } from './dto/me.response.js';

/** What a principal is told about itself. */
@Injectable()
export class Me {
  constructor(
    private readonly users: UserDirectory,
    private readonly sites: Sites,
    private readonly accounts: Accounts,
  ) {}

  async describe(principal: Principal): Promise<MeResponse> {
    const { siteId, userId, accountId, credential } = principal;
    const [user, site, account] = await Promise.all([
      this.users.read(siteId, userId),
      this.sites.byId(siteId),
      accountId === null ? null : this.accounts.nameOf(siteId, accountId),
    ]);
    const { maxLifetimeSeconds, allowNeverExpire } = policyOf(site.policy);
    return {
      user: { id: userId, username: principal.username, email: user.email, kind: principal.userKind },
      site: { id: siteId, name: site.name, slug: site.slug, policy: { maxLifetimeSeconds, allowNeverExpire } },
      roles: [...principal.roles],
      scopes: [...principal.scopes],
      account: accountId === null ? null : { id: accountId, name: account ?? '' },
      credential: {
        kind: credential.kind,
        id: credential.id,
        name: credential.name,
        expiresAt: credential.expiresAt?.toISOString() ?? null,
      },
    };
  }
}
