import { randomBytes } from 'node:crypto';
import type { ApiCaller } from './api-caller.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** What the walk-through needs to know. */
export interface DemoSite {
  readonly miaPassword: string;
  readonly danPassword: string;
  /** The id of the connection to the orders API. */
  readonly connection: string;
  /** The token of a program that may read orders, and nothing else. */
  readonly token: string;
}

export function newPassword(): string {
  return randomBytes(18).toString('base64url');
}

/** The administrator's part: roles with the scopes of the orders API, two people, a program, and the connection to the API. */
export async function setUpSite(admin: ApiCaller, apiUrl: string): Promise<DemoSite> {
  await admin.create('/admin/roles', {
    name: 'ROLE_ORDER_READER',
    description: 'Reads orders',
    scopes: ['orders:read'],
  });
  // nobody holds it yet: a refusal names this role to callers that need it
  await admin.create('/admin/roles', {
    name: 'ROLE_ORDER_CLERK',
    description: 'Reads and writes orders',
    scopes: ['orders:read', 'orders:write'],
  });
  const [miaPassword, danPassword] = [newPassword(), newPassword()];
  await addPerson(admin, 'mia', 'ROLE_MANAGE_PROXIES', miaPassword);
  await addPerson(admin, 'dan', 'ROLE_DEPLOY_UNDEPLOY_PROXIES', danPassword);
  const dashboard = await admin.create('/admin/users', {
    username: 'dashboard',
    email: 'dashboard@example.com',
    kind: 'service',
    roles: ['ROLE_ORDER_READER'],
  });
  const { token = '' } = await admin.create(`/admin/users/${dashboard['id'] ?? ''}/tokens`, {
    name: 'Order dashboard',
    expiresAt: new Date(Date.now() + WEEK).toISOString(),
  });
  const { id: connection = '' } = await admin.create('/connections', { name: 'Orders API', baseUrl: apiUrl });
  return { miaPassword, danPassword, connection, token };
}

async function addPerson(admin: ApiCaller, username: string, role: string, password: string): Promise<void> {
  const email = `${username}@example.com`;
  await admin.create('/admin/users', { username, email, kind: 'person', roles: [role], password });
}

/** Mia makes the proxy and Dan deploys it: neither may do the other's part. */
export async function deployProxy(mia: ApiCaller, dan: ApiCaller, connection: string): Promise<void> {
  const project = await mia.create('/projects', { name: 'Shop' });
  const proxy = await mia.create(`/projects/${project['id'] ?? ''}/proxies`, {
    name: 'Orders',
    path: '/shop',
    connectionId: connection,
    routes: [
      { methods: ['GET'], path: '/orders', scopes: ['orders:read'] },
      { methods: ['GET'], path: '/orders/{id}', scopes: ['orders:read'] },
      { methods: ['POST'], path: '/orders', scopes: ['orders:write'] },
    ],
  });
  await dan.act(`/proxies/${proxy['id'] ?? ''}/deploy`, {});
}
