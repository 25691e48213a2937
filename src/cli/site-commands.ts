import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { OPERATOR } from '../platform/audit/audit.types.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { SiteProvisioning } from '../directory/provisioning/site-provisioning.service.js';
import { normalLogin } from '../shared/authz/login-name.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { Sites } from '../directory/sites/sites.service.js';
import { shownInvitation, type ShownInvitation } from './shown-invitation.js';

export interface SiteCreateOptions {
  readonly name: string;
  readonly slug: string;
  readonly adminUsername: string;
  readonly adminEmail?: string;
  readonly adminPassword?: string;
}

interface CreatedSite {
  readonly siteId: string;
  readonly accountId: string;
  readonly adminId: string;
  readonly slug: string;
  readonly adminUsername: string;
  /** Only present without a password. */
  readonly invitation?: ShownInvitation;
}

interface ListedSite {
  readonly siteId: string;
  readonly name: string;
  readonly slug: string;
  readonly ownerId: string | null;
  readonly createdAt: string;
}

/** The name of the account that every site starts with. */
const FIRST_ACCOUNT = 'Default';

/** `site create`, `site list`. */
@Injectable()
export class SiteCommands {
  constructor(
    private readonly sites: Sites,
    private readonly provisioning: SiteProvisioning,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async create({ name, slug, adminUsername, adminEmail, adminPassword }: SiteCreateOptions): Promise<CreatedSite> {
    if (adminEmail !== undefined && !isEmail(normalLogin(adminEmail), { allow_utf8_local_part: false })) {
      throw validationFailed({ errors: [{ path: 'email', message: 'must be an e-mail address' }] });
    }
    const administrator = { username: adminUsername, email: adminEmail ?? null, password: adminPassword ?? null };
    const plan = { name, slug, accountName: FIRST_ACCOUNT, administrator };
    const { invitation, ...ids } = await this.unitOfWork.run((tx) => this.provisioning.provision(tx, plan, OPERATOR));
    return invitation === null ? ids : { ...ids, invitation: shownInvitation(invitation) };
  }

  async list(): Promise<ListedSite[]> {
    const sites = await this.sites.all();
    return sites.map(({ id, name, slug, ownerId, createdAt }) => ({
      siteId: id,
      name,
      slug,
      ownerId,
      createdAt: createdAt.toISOString(),
    }));
  }
}
