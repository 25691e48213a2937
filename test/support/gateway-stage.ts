import type { SettingValues } from '../../src/platform/config/settings.js';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { type ApiAnswer, ApiClient, createToken, signInAsAdmin } from './api-client.js';
import { createConnection } from './connections.js';
import { sampleProxy } from './sample-proxy.js';
import { startTestApp, type TestApp, type TestAppOptions } from './test-app.js';
import { UpstreamServer } from './upstream-server.js';

/** A service with an upstream, and proxies that lead to it. */
export class GatewayStage {
  #count = 0;

  private constructor(
    readonly app: TestApp,
    readonly admin: ApiClient,
    readonly upstream: UpstreamServer,
    readonly project: string,
    readonly accountId: string,
    readonly connectionId: string,
  ) {}

  static async start(
    dialect: Dialect,
    settings: Partial<SettingValues> = {},
    options: Omit<TestAppOptions, 'settings'> = {},
  ): Promise<GatewayStage> {
    const upstream = await UpstreamServer.start();
    const app = await startTestApp(dialect, {
      ...options,
      settings: { upstreamNetworks: ['127.0.0.0/8'], ...settings },
    });
    const admin = await signInAsAdmin(app);
    const role = { name: 'ROLE_CLERK', description: 'x', scopes: ['orders:read', 'orders:write'] };
    await admin.post('/admin/roles', role);
    const { id: project, accountId } = (await admin.post('/projects', { name: 'Orders' })).body as Record<
      string,
      string
    >;
    const connectionId = await createConnection(admin, `${upstream.url}/base`);
    return new GatewayStage(app, admin, upstream, project ?? '', accountId ?? '', connectionId);
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.upstream.stop();
  }

  /** A proxy that is deployed, at a path of its own unless the changes name one. */
  async deployed(changes: Record<string, unknown> = {}): Promise<{ id: string; path: string }> {
    this.#count++;
    const body = sampleProxy(this.connectionId, {
      name: `Proxy ${this.#count}`,
      path: `/p${this.#count}`,
      routes: [{ methods: ['*'], path: '/*', scopes: [] }],
      ...changes,
    });
    const created = await this.manage('POST', `/projects/${this.project}/proxies`, body);
    if (created.status !== 201) throw new Error(JSON.stringify(created.body));
    const { id, path } = created.body as { id: string; path: string };
    const answer = await this.manage('POST', `/proxies/${id}/deploy`, {});
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return { id, path: `/gw/default${path}` };
  }

  /** A management call about the account of the proxies, whatever other accounts there are. */
  manage(method: string, path: string, body?: object): Promise<ApiAnswer> {
    return this.admin.call(method, path, body, { 'x-account-id': this.accountId });
  }

  async token(scopes?: string[]): Promise<string> {
    return (await createToken(this.admin, scopes === undefined ? {} : { scopes })).token;
  }

  /** One call with this token; everything else is the caller's to say. */
  call(token: string, method: string, path: string, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    return new ApiClient(this.app, { authorization: `Bearer ${token}` }).call(method, path, undefined, headers);
  }
}
