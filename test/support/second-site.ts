import { OPERATOR } from '../../src/audit/audit.types.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { type OpenedSite, SiteOpening } from '../../src/setup/site-opening.service.js';
import { type ApiClient, signIn } from './api-client.js';
import type { TestApp } from './test-app.js';

const PASSWORD = 'Another-Horse-Battery-9';

export interface TestSite extends OpenedSite {
  /** The site's administrator and owner, signed in. */
  readonly admin: ApiClient;
  readonly password: string;
}

/** Another tenant of a running service, made as the operator's `site create` makes it. */
export async function openSite(app: TestApp, slug: string): Promise<TestSite> {
  const username = `${slug}-admin`;
  const administrator = { username, email: `${username}@example.com`, password: PASSWORD };
  const opening = app.app.get(SiteOpening, { strict: false });
  const plan = { name: slug, slug, accountName: 'Default', administrator };
  const site = await app.app.get(UnitOfWork, { strict: false }).run((tx) => opening.open(tx, plan, OPERATOR));
  return { ...site, password: PASSWORD, admin: await signIn(app, username, PASSWORD) };
}
