import type { RawAnswer, Service } from './service.js';
import type { Request } from './act.js';
import { ADMINISTRATOR } from './model/scopes.js';
import { PASSWORD, type User, type World } from './model/world.js';

const ROLES: Readonly<Record<string, readonly string[]>> = {
  ROLE_ORDERS: ['orders:read', 'orders:write', 'projects:read'],
  ROLE_STOCK: ['orders:read', 'stock:read'],
  ROLE_HELPDESK: ['tokens:admin', 'orders:read'],
};
const PEOPLE = [
  ['boss', 'person', [ADMINISTRATOR]],
  ['ann', 'person', ['ROLE_ORDERS', 'ROLE_STOCK']],
  ['bob', 'person', ['ROLE_HELPDESK', 'ROLE_STOCK']],
  ['robot', 'service', ['ROLE_ORDERS']],
  ['mill', 'service', ['ROLE_STOCK', 'ROLE_HELPDESK']],
] as const;

/** Where a history begins: a site of its own, so that one database serves many. */
export interface Stage {
  readonly siteId: string;
  readonly world: World;
}

export async function setStage(service: Service, slug: string): Promise<Stage> {
  const username = `${slug}-admin`;
  const site = await service.openSite(slug, { username, email: `${username}@example.com`, password: PASSWORD });
  const root: User = {
    ...{ id: site.adminId, username, password: PASSWORD },
    ...{ kind: 'person', status: 'active', roles: [ADMINISTRATOR] },
  };
  const world: World = {
    now: service.app.clock.now().getTime(),
    siteOwnerId: root.id,
    users: new Map([[root.id, root]]),
    roles: new Map(Object.entries(ROLES)),
    ...{ accounts: new Map(), tokens: new Map(), applications: new Map(), secrets: new Map() },
    ...{ developerSecrets: [], sessions: new Map() },
  };
  const { cookie } = await service.signIn(site.siteId, root);
  const make = (path: string, body: object) => made(service, { method: 'POST', path, body }, cookie);
  for (const [name, scopes] of world.roles) await make('/admin/roles', { name, description: 'x', scopes });
  for (const id of [site.accountId, await make('/accounts', { name: 'Second' })]) world.accounts.set(id, 'active');
  for (const [name, kind, roles] of PEOPLE) {
    const username = `${slug}-${name}`;
    const person = kind === 'person' ? { email: `${username}@example.com`, password: PASSWORD } : {};
    const id = await make('/admin/users', { username, kind, roles, ...person });
    world.users.set(id, { id, username, kind, password: PASSWORD, status: 'active', roles });
  }
  return { siteId: site.siteId, world };
}

/** Answers the id of what was made; a role has none. */
async function made(service: Service, request: Request, cookie: string): Promise<string> {
  const headers = { cookie, origin: service.app.settings.publicUrl };
  const { status, body }: RawAnswer = await service.call(request, headers);
  if (status !== 201) throw new Error(`setting the stage: ${status} ${JSON.stringify(body)}`);
  return String(body['id']);
}
