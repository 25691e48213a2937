import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { PageQuery } from '../http/paging.js';
import type { Principal } from '../shared/authz/principal.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenUsage } from '../tokens/token-usage.service.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationNotFound } from './applications.errors.js';
import type { ClientSecret } from './client-secret.entity.js';
import { ClientSecretRepository } from './client-secret.repository.js';

export interface ShownApplication {
  readonly application: Application;
  /** Those that work now, oldest first. */
  readonly secrets: readonly ClientSecret[];
  /** When one of its tokens was last used. */
  readonly lastUsedAt: Date | null;
}

/** A user's own applications, to see. Changes are in application-changes.ts, registering in application-registration.ts. */
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

  /** One question each for the secrets and the traffic of all. */
  async #shown(site: SiteId, applications: readonly Application[]): Promise<ShownApplication[]> {
    if (applications.length === 0) return [];
    const ids = applications.map(({ id }) => id);
    const secrets = await this.secrets.live(site, ids);
    const lastUses = await this.usage.ofApplications(site, ids);
    return applications.map((application) => ({
      application,
      secrets: secrets.filter(({ applicationId }) => applicationId === application.id),
      lastUsedAt: lastUses.get(application.id) ?? null,
    }));
  }
}
