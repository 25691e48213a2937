import { Injectable } from '@nestjs/common';
import type { Page } from '../platform/database/page.js';
import type { PageQuery } from '../shared/paging.js';
import type { Principal } from '../shared/authz/principal.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenUsage } from '../tokens/token-usage.service.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationNotFound } from './applications.errors.js';
import type { ClientSecret } from './secrets/client-secret.entity.js';
import { ClientSecretRepository } from './secrets/client-secret.repository.js';

export interface ShownApplication {
  readonly application: Application;
  /** The secrets that work now, oldest first. */
  readonly secrets: readonly ClientSecret[];
  /** When one of its tokens was last used. */
  readonly lastUsedAt: Date | null;
}

/** Reads a user's own applications. Changes are in application-changes.ts, registering in application-registration.ts. */
@Injectable()
export class Applications {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecretRepository,
    private readonly usage: TokenUsage,
  ) {}

  async list({ siteId, userId }: Principal, query: PageQuery): Promise<Page<ShownApplication>> {
    const { items, nextCursor } = await this.applications.page(siteId, userId, query);
    return { items: await this.#shown(siteId, items), nextCursor };
  }

  async read({ siteId, userId }: Principal, id: string): Promise<ShownApplication> {
    const application = await this.applications.ownedBy(siteId, userId, id);
    const [shown] = await this.#shown(siteId, application === null ? [] : [application]);
    if (shown === undefined) throw applicationNotFound();
    return shown;
  }

  /** One query for all secrets and one for all traffic. */
  async #shown(site: SiteId, found: readonly Application[]): Promise<ShownApplication[]> {
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const applications = await this.#withMarks(site, found);
    const secrets = await this.secrets.live(site, ids);
    const lastUses = await this.usage.ofApplications(site, ids);
    return applications.map((application) => ({
      application,
      secrets: secrets.filter(({ applicationId }) => applicationId === application.id),
      lastUsedAt: lastUses.get(application.id) ?? null,
    }));
  }

  /** Time alone may have ended the last value that came with an inherited application, which is then no longer marked. */
  async #withMarks(site: SiteId, applications: readonly Application[]): Promise<readonly Application[]> {
    const marked = applications.filter(({ transferredAt }) => transferredAt !== null).map(({ id }) => id);
    if (marked.length === 0) return applications;
    const still = await this.applications.stillInherited(site, marked);
    return applications.map((each) =>
      still.has(each.id) ? each : { ...each, transferredFrom: null, transferredAt: null },
    );
  }
}
