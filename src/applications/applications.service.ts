import { Injectable } from '@nestjs/common';
import type { Page } from '../database/page.js';
import type { PageQuery } from '../http/paging.js';
import type { Principal } from '../shared/authz/principal.js';
import type { Application } from './application.entity.js';
import { ApplicationRepository } from './application.repository.js';
import { applicationNotFound } from './applications.errors.js';
import type { ClientSecret } from './client-secret.entity.js';
import { ClientSecretRepository } from './client-secret.repository.js';

/** An application with the client secrets that work now, oldest first. */
export interface ApplicationWithSecrets {
  readonly application: Application;
  readonly secrets: readonly ClientSecret[];
}

/** A user's own applications, to see. Changes are in application-changes.ts, registering in application-registration.ts. */
@Injectable()
export class Applications {
  constructor(
    private readonly applications: ApplicationRepository,
    private readonly secrets: ClientSecretRepository,
  ) {}

  async list({ siteId, userId }: Principal, query: PageQuery): Promise<Page<ApplicationWithSecrets>> {
    const page = await this.applications.page(siteId, userId, query);
    const ids = page.items.map(({ id }) => id);
    const secrets = ids.length === 0 ? [] : await this.secrets.live(siteId, ids);
    const items = page.items.map((application) => ({
      application,
      secrets: secrets.filter(({ applicationId }) => applicationId === application.id),
    }));
    return { items, nextCursor: page.nextCursor };
  }

  async read({ siteId, userId }: Principal, id: string): Promise<ApplicationWithSecrets> {
    const application = await this.applications.ownedBy(siteId, userId, id);
    if (application === null) throw applicationNotFound();
    return { application, secrets: await this.secrets.live(siteId, [id]) };
  }
}
