import { OPERATOR } from '../../src/platform/audit/audit.types.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { type ProvisionedSite, SiteProvisioning } from '../../src/directory/provisioning/site-provisioning.service.js';
import { type ApiClient, signIn } from './api-client.js';
import type { TestApp } from './test-app.js';

const PASSWORD = 'Another-Horse-Battery-9';

export interface TestSite extends ProvisionedSite {
  /** The site's administrator and owner, signed in. */
  readonly admin: ApiClient;
  readonly password: string;
}

/** Another tenant of a running service, made as the operator's `site create` makes it. */
export async function openSite(app: TestApp, slug: string): Promise<TestSite> {
  const username = `${slug}-admin`;
  const administrator = { username, email: `${username}@example.com`, password: PASSWORD };
  const opening = app.app.get(SiteProvisioning, { strict: false });
  const plan = { name: slug, slug, accountName: 'Default', administrator };
  const site = await app.app.get(UnitOfWork, { strict: false }).run((tx) => opening.provision(tx, plan, OPERATOR));
  return { ...site, password: PASSWORD, admin: await signIn(app, username, PASSWORD) };
}
