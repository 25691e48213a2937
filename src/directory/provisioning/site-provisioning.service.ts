import { Injectable } from '@nestjs/common';
import { AccountCreation } from '../accounts/account-creation.service.js';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { ROLE_ADMIN } from '../../shared/authz/built-in-roles.js';
import { SiteCreation } from '../sites/site-creation.service.js';
import { Invitations } from '../users/invitations.service.js';
import { UserCreation } from '../users/user-creation.js';
import type { InvitationLink } from '../users/users.types.js';

export interface SitePlan {
  readonly name: string;
  readonly slug: string;
  readonly accountName: string;
  readonly administrator: {
    readonly username: string;
    readonly email: string | null;
    /** Null when an invitation lets the administrator choose a password. */
    readonly password: string | null;
  };
}

export interface ProvisionedSite {
  readonly siteId: string;
  readonly accountId: string;
  readonly adminId: string;
  readonly slug: string;
  readonly adminUsername: string;
  readonly invitation: InvitationLink | null;
}

/** Opens a site with everything that a site needs: an account, and an administrator who is also its owner. */
@Injectable()
export class SiteProvisioning {
  constructor(
    private readonly sites: SiteCreation,
    private readonly accounts: AccountCreation,
    private readonly users: UserCreation,
    private readonly invitations: Invitations,
  ) {}

  /** @throws validationFailed, duplicateName. The caller's transaction then ends, and nothing of the site remains. */
  async provision(
    tx: Tx,
    { name, slug, accountName, administrator }: SitePlan,
    actor: AuditActor,
  ): Promise<ProvisionedSite> {
    const site = await this.sites.create(tx, { name, slug }, actor);
    const account = await this.accounts.create(tx, { siteId: site.id, name: accountName, description: null }, actor);
    const roles = [ROLE_ADMIN];
    const admin = await this.users.create(tx, { ...administrator, siteId: site.id, kind: 'person', roles, actor });
    await this.sites.giveFirstOwner(tx, site, admin.id, actor);
    const invitation = administrator.password === null ? await this.invitations.issue(tx, admin, actor) : null;
    return {
      siteId: site.id,
      accountId: account.id,
      adminId: admin.id,
      slug,
      adminUsername: admin.username,
      invitation,
    };
  }
}
