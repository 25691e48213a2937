import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DomainError } from '../../shared/errors/domain-error.js';
import { Sites } from '../../directory/sites/sites.service.js';
import { FirstAdministrator } from './first-administrator.js';
import { FirstStartNotice } from './first-start-notice.js';
import { SiteProvisioning, type SitePlan } from '../../directory/provisioning/site-provisioning.service.js';

const DEFAULT_SITE = { name: 'Default', slug: 'default', accountName: 'Default' } as const;

/** Opens the default site when the deployment has none, before anything is served (contract §8, first start only). */
@Injectable()
export class FirstStart implements OnApplicationBootstrap {
  readonly #logger = new Logger(FirstStart.name);

  constructor(
    private readonly sites: Sites,
    private readonly provisioning: SiteProvisioning,
    private readonly unitOfWork: UnitOfWork,
    private readonly administrator: FirstAdministrator,
    private readonly notice: FirstStartNotice,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.sites.areNone())) return;
    const { username, password, generated } = this.administrator.choose();
    const ours = await this.#open({ ...DEFAULT_SITE, administrator: { username, email: null, password } });
    if (!ours) return; // the instance that was first has shown the password
    this.#logger.log(`first start: made the site ${DEFAULT_SITE.slug} and its administrator ${username}`);
    if (generated) this.notice.show(username, password);
  }

  /** Of several instances that start at once, one opens the site. The others find the site, or find that their slug is taken. */
  async #open(plan: SitePlan): Promise<boolean> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        if (!(await this.sites.areNone(tx))) return false;
        await this.provisioning.provision(tx, plan, SYSTEM);
        return true;
      });
    } catch (error) {
      if (error instanceof DomainError && !(await this.sites.areNone())) return false;
      throw error;
    }
  }
}
