import { OPERATOR } from '../../src/audit/audit.types.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { type OpenedSite, SiteOpening } from '../../src/setup/site-opening.service.js';
import { type ApiClient, signIn } from './api-client.js';
import type { TestApp } from './test-app.js';

const PASSWORD = 'Correct-Horse-Battery-9';

export interface TestSite extends OpenedSite {
  readonly password: string;
  /** Its administrator, signed in. */
  readonly admin: ApiClient;
}

/** A further tenant of the deployment, as the operator's command opens one. */
export async function openSite(app: TestApp, slug: string): Promise<TestSite> {
  const opening = app.app.get(SiteOpening, { strict: false });
  const username = `admin-of-${slug}`;
  const administrator = { username, email: `${username}@example.com`, password: PASSWORD };
  const plan = { name: slug, slug, accountName: 'Main', administrator };
  const opened = await app.app.get(UnitOfWork, { strict: false }).run((tx) => opening.open(tx, plan, OPERATOR));
  return { ...opened, password: PASSWORD, admin: await signIn(app, username, PASSWORD) };
}
