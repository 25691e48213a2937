import { Injectable } from '@nestjs/common';
import { AccountFounding } from '../accounts/account-founding.service.js';
import type { AuditActor } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { ROLE_ADMIN } from '../shared/authz/built-in-roles.js';
import { SiteFounding } from '../sites/site-founding.service.js';
import { Invitations } from '../users/invitations.service.js';
import { Users } from '../users/users.service.js';
import type { InvitationLink } from '../users/users.types.js';

export interface SitePlan {
  readonly name: string;
  readonly slug: string;
  readonly accountName: string;
  readonly administrator: {
    readonly username: string;
    readonly email: string | null;
    /** Null: an invitation lets them choose one. */
    readonly password: string | null;
  };
}

export interface OpenedSite {
  readonly siteId: string;
  readonly accountId: string;
  readonly adminId: string;
  readonly slug: string;
  readonly adminUsername: string;
  readonly invitation: InvitationLink | null;
}

/** A site with all that it can't be without: an account, and an administrator who is also its owner. */
@Injectable()
export class SiteOpening {
  constructor(
    private readonly sites: SiteFounding,
    private readonly accounts: AccountFounding,
    private readonly users: Users,
    private readonly invitations: Invitations,
  ) {}

  /** @throws validationFailed, duplicateName; then nothing of it is there, for the caller's transaction ends. */
  async open(tx: Tx, { name, slug, accountName, administrator }: SitePlan, actor: AuditActor): Promise<OpenedSite> {
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
