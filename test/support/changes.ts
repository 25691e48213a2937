import {
  anonymous,
  type ApiAnswer,
  ApiClient,
  basic,
  bearer,
  cookieOf,
  createPerson,
  createToken,
  PERSON_PASSWORD,
  signInAsAdmin,
  type TestPerson,
} from './api-client.js';
import { makeCertificate } from './certificates.js';
import { createConnection } from './connections.js';
import { sampleProxy } from './sample-proxy.js';
import type { TestApp } from './test-app.js';

/** Makes ready what a call needs, and answers the call itself, to be made once. */
export type Change = (stage: Stage) => Promise<() => Promise<ApiAnswer>>;

interface Registered {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
}

/** Of a credential for an upstream. */
export const UPSTREAM_SECRET = 'Upstream-Sesame-Open-11';
export const NEW_PASSWORD = 'Another-Staple-Entirely-7';
const GRANT = { grant_type: 'client_credentials' };

/** Where changes are made: an administrator, and people as they are needed. */
export class Stage {
  #count = 0;
  /** Every private key that was given to the service. */
  readonly privateKeys: string[] = [];

  private constructor(
    readonly app: TestApp,
    readonly admin: ApiClient,
    /** The administrator, about the account that there is from the start. */
    readonly first: ApiClient,
  ) {}

  static async of(app: TestApp): Promise<Stage> {
    const admin = await signInAsAdmin(app);
    const { items } = (await admin.get('/accounts')).body as { items: { id: string }[] };
    return new Stage(app, admin, admin.about(items.at(-1)?.id ?? ''));
  }

  /** A name that nothing has yet. */
  name(prefix = 'x'): string {
    return `${prefix}-${++this.#count}`;
  }

  person(roles: string[] = ['ROLE_MANAGE_PROXIES']): Promise<TestPerson> {
    return createPerson(this.app, this.name('person'), roles);
  }

  async application(): Promise<Registered> {
    return (await this.admin.post('/applications', { name: this.name() })).body as Registered;
  }

  async made(path: string, body: object): Promise<{ id: string; name: string }> {
    const answer = await this.first.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string; name: string };
  }

  account(): Promise<{ id: string }> {
    return this.made('/accounts', { name: this.name() });
  }

  project(): Promise<{ id: string }> {
    return this.made('/projects', { name: this.name() });
  }

  async proxyBody() {
    const connectionId = await createConnection(this.admin, 'https://upstream.example');
    return sampleProxy(connectionId, { name: this.name(), path: `/${this.name()}` });
  }

  async proxy(): Promise<{ id: string }> {
    return this.made(`/projects/${(await this.project()).id}/proxies`, await this.proxyBody());
  }

  async serviceAccount(): Promise<string> {
    return (await this.made('/admin/users', { username: this.name('robot'), kind: 'service', roles: [] })).id;
  }

  credential(): Promise<{ id: string }> {
    return this.made('/credentials', { name: this.name(), type: 'bearer', secret: UPSTREAM_SECRET });
  }

  /** A body with a new certificate and its private key. */
  async pair(): Promise<{ name: string; certificate: string; privateKey: string }> {
    const { cert: certificate, key: privateKey } = await makeCertificate();
    this.privateKeys.push(privateKey);
    return { name: this.name(), certificate, privateKey };
  }

  /** With its private key. */
  async certificate(): Promise<{ id: string }> {
    return this.made('/certificates', await this.pair());
  }

  async connection(): Promise<{ id: string }> {
    const references = {
      credentialId: (await this.credential()).id,
      clientCertificateId: (await this.certificate()).id,
    };
    return this.made('/connections', { name: this.name(), baseUrl: 'https://upstream.example', ...references });
  }

  async role(): Promise<string> {
    const name = `ROLE_${this.name('N').replace('-', '_')}`;
    await this.made('/admin/roles', { name, description: 'x', scopes: ['orders:read'] });
    return name;
  }
}

const oauthForm = (
  app: TestApp,
  path: string,
  fields: Record<string, string>,
  { clientId, clientSecret }: Registered,
) => anonymous(app).form(path, fields, basic(clientId, clientSecret));

const OF_TOKENS: Record<string, Change> = {
  'POST /tokens': async ({ admin }) => {
    return () => admin.post('/tokens', { name: 'x', expiresAt: null });
  },
  'PATCH /tokens/{id}': async ({ admin }) => {
    const { id } = await createToken(admin);
    return () => admin.patch(`/tokens/${id}`, { name: 'y', scopes: ['users:read'] });
  },
  'DELETE /tokens/{id}': async ({ admin }) => {
    const { id } = await createToken(admin);
    return () => admin.delete(`/tokens/${id}`);
  },
  'POST /tokens/{id}/rotate': async ({ admin }) => {
    const { id } = await createToken(admin);
    return () => admin.post(`/tokens/${id}/rotate`, { graceSeconds: 5 });
  },
  'POST /tokens/current/rotate': async ({ app, admin }) => {
    const { token } = await createToken(admin);
    return () => bearer(app, token).post('/tokens/current/rotate', {});
  },
  'DELETE /admin/tokens/{id}': async ({ admin }) => {
    const { id } = await createToken(admin);
    return () => admin.delete(`/admin/tokens/${id}`);
  },
  'POST /admin/tokens/identify': async ({ admin }) => {
    const { token } = await createToken(admin);
    return () => admin.post('/admin/tokens/identify', { token });
  },
  'POST /admin/tokens/reassign': async (stage) => {
    const { id: toUserId } = await stage.person();
    const { id } = await createToken((await stage.person()).session);
    return () => stage.admin.post('/admin/tokens/reassign', { toUserId, tokenIds: [id] });
  },
  'POST /admin/users/{id}/tokens': async (stage) => {
    const id = await stage.serviceAccount();
    return () => stage.admin.post(`/admin/users/${id}/tokens`, { name: 'x', expiresAt: null });
  },
  'POST /admin/users/{id}/applications': async (stage) => {
    const [id, name] = [await stage.serviceAccount(), stage.name()];
    return () => stage.admin.post(`/admin/users/${id}/applications`, { name });
  },
  'POST /admin/applications/{id}/secrets': async (stage) => {
    const owner = await stage.serviceAccount();
    const { id } = await stage.made(`/admin/users/${owner}/applications`, { name: stage.name() });
    return () => stage.admin.post(`/admin/applications/${id}/secrets`, {});
  },
  'POST /admin/tokens/{id}/rotate': async (stage) => {
    const owner = await stage.serviceAccount();
    const { id } = await stage.made(`/admin/users/${owner}/tokens`, { name: 'x', expiresAt: null });
    return () => stage.admin.post(`/admin/tokens/${id}/rotate`, {});
  },
  'POST /leaks': async ({ app, admin }) => {
    const { token } = await createToken(admin);
    return () => anonymous(app).post('/leaks', { credentials: [token] });
  },
  'POST /oauth/token': async (stage) => {
    const client = await stage.application();
    return () => oauthForm(stage.app, '/oauth/token', GRANT, client);
  },
  'POST /oauth/revoke': async (stage) => {
    const client = await stage.application();
    return () => oauthForm(stage.app, '/oauth/revoke', { token: client.accessToken }, client);
  },
  'POST /auth/token': async (stage) => {
    const { username } = await stage.person();
    const fields = { ...GRANT, client_id: username, client_secret: PERSON_PASSWORD };
    return () => anonymous(stage.app).form(`${stage.app.settings.apiPrefix}/auth/token`, fields);
  },
};

const OF_APPLICATIONS: Record<string, Change> = {
  'POST /applications': async ({ admin }) => {
    return () => admin.post('/applications', { name: 'x' });
  },
  'PATCH /applications/{id}': async (stage) => {
    const { id } = await stage.application();
    return () => stage.admin.patch(`/applications/${id}`, { name: 'y', tokenTtlSeconds: 60 });
  },
  'DELETE /applications/{id}': async (stage) => {
    const { id } = await stage.application();
    return () => stage.admin.delete(`/applications/${id}`);
  },
  'POST /applications/{id}/token': async (stage) => {
    const { id } = await stage.application();
    return () => stage.admin.post(`/applications/${id}/token`);
  },
  'POST /applications/{id}/secrets': async (stage) => {
    const { id } = await stage.application();
    return () => stage.admin.post(`/applications/${id}/secrets`, {});
  },
  'DELETE /applications/{id}/secrets/{secretId}': async (stage) => {
    const { id } = await stage.application();
    const { secrets } = (await stage.admin.get(`/applications/${id}`)).body as { secrets: { id: string }[] };
    return () => stage.admin.delete(`/applications/${id}/secrets/${secrets[0]?.id ?? ''}`);
  },
};

const OF_THE_SITE: Record<string, Change> = {
  'POST /accounts': async (stage) => {
    const name = stage.name();
    return () => stage.admin.post('/accounts', { name });
  },
  'PATCH /accounts/{id}': async (stage) => {
    const [{ id }, name] = [await stage.account(), stage.name()];
    return () => stage.admin.patch(`/accounts/${id}`, { name });
  },
  'POST /accounts/{id}/suspend': async (stage) => {
    const { id } = await stage.account();
    return () => stage.admin.post(`/accounts/${id}/suspend`);
  },
  'POST /accounts/{id}/resume': async (stage) => {
    const { id } = await stage.account();
    await stage.admin.post(`/accounts/${id}/suspend`);
    return () => stage.admin.post(`/accounts/${id}/resume`);
  },
  'PATCH /admin/site': async (stage) => {
    const name = stage.name();
    return () => stage.admin.patch('/admin/site', { name, policy: { rotateInheritedWithinDays: 30 } });
  },
  'PUT /admin/site/owner': async (stage) => {
    const { body: me } = await stage.admin.get('/auth/me');
    await stage.admin.put('/admin/site/owner', { userId: null });
    return () => stage.admin.put('/admin/site/owner', { userId: me.user.id });
  },
  'POST /admin/roles': async (stage) => {
    const name = `ROLE_${stage.name('N').replace('-', '_')}`;
    return () => stage.admin.post('/admin/roles', { name, description: 'x', scopes: ['orders:read'] });
  },
  'PUT /admin/roles/{name}': async (stage) => {
    const name = await stage.role();
    return () => stage.admin.put(`/admin/roles/${name}`, { description: 'y', scopes: ['orders:write'] });
  },
  'DELETE /admin/roles/{name}': async (stage) => {
    const name = await stage.role();
    return () => stage.admin.delete(`/admin/roles/${name}`);
  },
};

const OF_UPSTREAMS: Record<string, Change> = {
  'POST /certificates': async (stage) => {
    const pair = await stage.pair();
    return () => stage.admin.post('/certificates', pair);
  },
  'PUT /certificates/{id}': async (stage) => {
    const [{ id }, renewed] = [await stage.certificate(), await stage.pair()];
    return () => stage.admin.put(`/certificates/${id}`, renewed);
  },
  'DELETE /certificates/{id}': async (stage) => {
    const { id } = await stage.certificate();
    return () => stage.admin.delete(`/certificates/${id}`);
  },
  'POST /credentials': async (stage) => {
    const body = { name: stage.name(), type: 'basic', username: 'gatehouse', secret: UPSTREAM_SECRET };
    return () => stage.admin.post('/credentials', body);
  },
  'PUT /credentials/{id}': async (stage) => {
    const { id } = await stage.credential();
    const body = { name: stage.name(), type: 'header', header: 'X-Api-Key', secret: UPSTREAM_SECRET };
    return () => stage.admin.put(`/credentials/${id}`, body);
  },
  'DELETE /credentials/{id}': async (stage) => {
    const { id } = await stage.credential();
    return () => stage.admin.delete(`/credentials/${id}`);
  },
  'POST /connections': async (stage) => {
    const [name, credentialId] = [stage.name(), (await stage.credential()).id];
    return () => stage.admin.post('/connections', { name, baseUrl: 'https://upstream.example', credentialId });
  },
  'PUT /connections/{id}': async (stage) => {
    const { id } = await stage.connection();
    const name = stage.name();
    return () => stage.admin.put(`/connections/${id}`, { name, baseUrl: 'https://other.example' });
  },
  'DELETE /connections/{id}': async (stage) => {
    const { id } = await stage.connection();
    return () => stage.admin.delete(`/connections/${id}`);
  },
};

const OF_PROJECTS: Record<string, Change> = {
  'POST /projects': async (stage) => {
    const name = stage.name();
    return () => stage.first.post('/projects', { name });
  },
  'PATCH /projects/{id}': async (stage) => {
    const [{ id }, name] = [await stage.project(), stage.name()];
    return () => stage.first.patch(`/projects/${id}`, { name });
  },
  'DELETE /projects/{id}': async (stage) => {
    const { id } = await stage.project();
    return () => stage.first.delete(`/projects/${id}`);
  },
  'POST /projects/{id}/proxies': async (stage) => {
    const [{ id }, body] = [await stage.project(), await stage.proxyBody()];
    return () => stage.first.post(`/projects/${id}/proxies`, body);
  },
  'PUT /proxies/{id}': async (stage) => {
    const [{ id }, body] = [await stage.proxy(), await stage.proxyBody()];
    return () => stage.first.put(`/proxies/${id}`, body);
  },
  'POST /proxies/{id}/deploy': async (stage) => {
    const { id } = await stage.proxy();
    return () => stage.first.post(`/proxies/${id}/deploy`, {});
  },
  'POST /proxies/{id}/undeploy': async (stage) => {
    const { id } = await stage.proxy();
    await stage.first.post(`/proxies/${id}/deploy`, {});
    return () => stage.first.post(`/proxies/${id}/undeploy`);
  },
  'DELETE /proxies/{id}': async (stage) => {
    const { id } = await stage.proxy();
    return () => stage.first.delete(`/proxies/${id}`);
  },
};

const OF_USERS: Record<string, Change> = {
  'POST /admin/users': async (stage) => {
    const username = stage.name('user');
    return () => stage.admin.post('/admin/users', { username, kind: 'service', roles: ['ROLE_API_SECURITY'] });
  },
  'PATCH /admin/users/{id}': async (stage) => {
    const { id } = await stage.person();
    return () => stage.admin.patch(`/admin/users/${id}`, { roles: ['ROLE_API_SECURITY'] });
  },
  'DELETE /admin/users/{id}': async (stage) => {
    const { id, session } = await stage.person();
    await createToken(session);
    return () => stage.admin.delete(`/admin/users/${id}`);
  },
  'POST /admin/users/{id}/suspend': async (stage) => {
    const { id } = await stage.person();
    return () => stage.admin.post(`/admin/users/${id}/suspend`);
  },
  'POST /admin/users/{id}/resume': async (stage) => {
    const { id } = await stage.person();
    await stage.admin.post(`/admin/users/${id}/suspend`);
    return () => stage.admin.post(`/admin/users/${id}/resume`);
  },
  'POST /admin/users/{id}/invitation': async (stage) => {
    const { id } = await stage.person();
    return () => stage.admin.post(`/admin/users/${id}/invitation`);
  },
  'POST /users/me/secret/reveal': async (stage) => {
    const { session } = await stage.person();
    return () => session.post('/users/me/secret/reveal', { password: PERSON_PASSWORD });
  },
  'POST /users/me/secret/rotate': async (stage) => {
    const { session } = await stage.person();
    return () => session.post('/users/me/secret/rotate');
  },
};

const OF_SESSIONS: Record<string, Change> = {
  'POST /auth/login': async (stage) => {
    const { username } = await stage.person();
    return () => anonymous(stage.app).post('/auth/login', { username, password: PERSON_PASSWORD });
  },
  'POST /auth/logout': async (stage) => {
    const { session } = await stage.person();
    return () => session.post('/auth/logout');
  },
  'PUT /auth/password': async (stage) => {
    const { session } = await stage.person();
    return () => session.put('/auth/password', { currentPassword: PERSON_PASSWORD, newPassword: NEW_PASSWORD });
  },
  'POST /auth/confirm': async (stage) => {
    const { session } = await stage.person();
    return () => session.post('/auth/confirm', { password: PERSON_PASSWORD });
  },
  'POST /auth/accept-invitation': async (stage) => {
    const { id } = await stage.person();
    const { url } = (await stage.admin.post(`/admin/users/${id}/invitation`)).body as { url: string };
    const invitation = url.split('#')[1];
    return () => anonymous(stage.app).post('/auth/accept-invitation', { invitation, password: NEW_PASSWORD });
  },
  'POST /notifications/{id}/read': async (stage) => {
    const { session } = await stage.person();
    const { token } = await createToken(session);
    await anonymous(stage.app).post('/leaks', { credentials: [token] });
    const { items } = (await session.get('/notifications')).body as { items: { id: string }[] };
    return () => session.post(`/notifications/${items[0]?.id ?? ''}/read`);
  },
  'DELETE /auth/sessions': async (stage) => {
    const { username, session } = await stage.person();
    await anonymous(stage.app).post('/auth/login', { username, password: PERSON_PASSWORD });
    return () => session.delete('/auth/sessions');
  },
  'DELETE /auth/sessions/{id}': async (stage) => {
    const { username } = await stage.person();
    const login = () => anonymous(stage.app).post('/auth/login', { username, password: PERSON_PASSWORD });
    const cookie = cookieOf(await login());
    const session = new ApiClient(stage.app, { cookie, origin: stage.app.settings.publicUrl });
    const { items } = (await session.get('/auth/sessions')).body as { items: { id: string; current: boolean }[] };
    const other = items.find(({ current }) => !current);
    return () => session.delete(`/auth/sessions/${other?.id ?? ''}`);
  },
};

/** One example of every call that changes something, by method and path below the API prefix (or from the root). */
export const CHANGES: Readonly<Record<string, Change>> = {
  ...OF_TOKENS,
  ...OF_APPLICATIONS,
  ...OF_THE_SITE,
  ...OF_UPSTREAMS,
  ...OF_PROJECTS,
  ...OF_USERS,
  ...OF_SESSIONS,
};
