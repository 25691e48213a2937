import { type ApiClient, bearer, createToken } from '../../support/api-client.js';
import type { Stage } from '../../support/changes.js';
import { good } from './good.js';

const ID = '0199c0de-0000-7000-8000-0000000000ab';
const TIME = '2026-01-14T00:00:00Z';
const SOON = '2026-01-16T00:00:00Z';

const OF_TOKENS = [
  ...['kind=personal', 'format=opaque', 'state=active', 'state=expired', 'state=revoked', 'search=x'],
  ...['transferred=true', 'transferred=false', 'stopped=true', 'stopped=false'],
  ...[`unusedSince=${TIME}`, `expiringBefore=${SOON}`],
];
const OF_AUDIT = [`actor=${ID}`, 'actor=admin', `subject=${ID}`, 'subject=x', 'subject=x%20', 'action=token.created'];

/** The lists that there are, with their filters. */
const FILTERS: Readonly<Record<string, readonly string[]>> = {
  '/accounts': ['status=active', 'search=x'],
  '/admin/audit': [...OF_AUDIT, `from=${TIME}`, `to=${TIME}`],
  '/admin/tokens': [...OF_TOKENS, `owner=${ID}`],
  '/admin/users': ['search=x', 'kind=service', 'status=active', 'role=ROLE_ADMIN'],
  '/applications': [],
  '/auth/sessions': [],
  '/certificates': [`expiringBefore=${TIME}`],
  '/connections': [],
  '/connections/names': [],
  '/credentials': [],
  '/notifications': ['unread=true', 'unread=false'],
  '/projects': ['search=x'],
  '/tokens': OF_TOKENS,
};

/** Every list, whole, by pages and with each of its filters; every row that can be looked at by itself. */
export async function read(stage: Stage): Promise<void> {
  const { admin, first } = stage;
  const { id: projectId } = await stage.project();
  const lists = { ...FILTERS, [`/projects/${projectId}/proxies`]: ['search=x'] };
  for (const [path, filters] of Object.entries(lists))
    for (const query of ['', 'limit=2', `cursor=${ID}`, ...filters]) await good(first.get(`${path}?${query}`));
  for (const path of ['/statistics/tokens', '/admin/statistics/tokens', '/admin/statistics/verifications'])
    await good(admin.get(path));
  await readSingle(first, [
    `/accounts/${(await stage.account()).id}`,
    `/admin/users/${(await stage.person()).id}`,
    `/applications/${(await stage.application()).id}`,
    `/certificates/${(await stage.certificate()).id}`,
    `/connections/${(await stage.connection()).id}`,
    `/credentials/${(await stage.credential()).id}`,
    `/projects/${projectId}`,
    '/admin/roles',
    '/admin/site',
    '/health/ready',
  ]);
  await readSingle(admin, [`/tokens/${(await createToken(admin)).id}`]);
  await readProxy(stage);
  await withoutKey(stage);
}

async function readSingle(client: ApiClient, paths: readonly string[]): Promise<void> {
  for (const path of paths) await good(client.get(path));
}

/** With two revisions, of which one is served. */
async function readProxy(stage: Stage): Promise<void> {
  const { first } = stage;
  const { id: projectId } = await stage.project();
  const proxies = `/projects/${projectId}/proxies`;
  const body = { ...(await stage.proxyBody()), path: '/below/another' };
  const { id } = await stage.made(proxies, body);
  await good(first.post(`/proxies/${id}/deploy`, {}));
  await good(first.put(`/proxies/${id}`, { ...body, description: 'y' }));
  await good(first.post(`/proxies/${id}/deploy`, {}));
  await good(first.post(`/proxies/${id}/deploy`, { revision: 1 }));
  const paths = ['', '/export', '/changes', '/revisions', '/revisions/2/diff?against=1'];
  await stage.first.post(proxies, { ...body, name: stage.name() }); // refused: it has the path of the other
  await bearer(stage.app, (await createToken(stage.admin)).token).get(`/gw/default${body.path}`);
  await readSingle(first, [proxies, ...paths.map((path) => `/proxies/${id}${path}`)]);
}

/** A certificate may lose its private key while nothing refers to it. */
async function withoutKey(stage: Stage): Promise<void> {
  const pair = await stage.pair();
  const { id } = await stage.made('/certificates', pair);
  await good(stage.admin.put(`/certificates/${id}`, { ...pair, privateKey: null }));
}
