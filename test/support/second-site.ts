import { OPERATOR } from '../../src/audit/audit.types.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { SiteOpening } from '../../src/setup/site-opening.service.js';
import { type ApiClient, signIn } from './api-client.js';
import type { TestApp } from './test-app.js';

export interface SecondSite {
  readonly siteId: string;
  readonly adminId: string;
  /** The administrator of the site, who owns it, signed in. */
  readonly admin: ApiClient;
}

/** Another tenant in the deployment, opened as the operator would. */
export async function openSecondSite(app: TestApp, slug = 'acme'): Promise<SecondSite> {
  const username = `${slug}-admin`;
  const password = 'Correct-Horse-Battery-8';
  const plan = { name: slug, slug, accountName: 'Default', administrator: { username, email: null, password } };
  const opening = app.app.get(SiteOpening, { strict: false });
  const unitOfWork = app.app.get(UnitOfWork, { strict: false });
  const { siteId, adminId } = await unitOfWork.run((tx) => opening.open(tx, plan, OPERATOR));
  return { siteId, adminId, admin: await signIn(app, username, password) };
}
