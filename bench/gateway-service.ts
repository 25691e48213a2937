import { Agent, request } from 'undici';
import { environment } from './candidates.js';
import type { BenchDatabase } from './databases.js';
import type { BenchOptions } from './options.js';
import { startServer } from './server-process.js';
import type { RunningServer } from './target.types.js';

/** The service with deployed proxies, all for one upstream. */
export interface GatewayService extends RunningServer {
  /** A person's token, with four scopes. */
  readonly token: string;
  /** For each proxy, the start of its request paths. */
  readonly paths: readonly string[];
}

/** Starts the service, and deploys its proxies as people would. */
export async function startGateway(
  database: BenchDatabase,
  upstream: string,
  proxies: number,
  options: BenchOptions,
): Promise<GatewayService> {
  const server = await startServer('bench/servers/service-server.ts', {
    ...environment(database, 1, options),
    GATEHOUSE_UPSTREAM_NETWORKS: '127.0.0.0/8',
  });
  const { caller, tokens } = server.report as { caller: string; tokens: string[] };
  const api = new ManagementApi(server.port, caller, options);
  try {
    const project = await api.created('/projects', { name: `Bench of ${proxies}` });
    const connection = await api.created('/connections', { name: `Bench of ${proxies}`, baseUrl: upstream });
    const paths: string[] = [];
    for (let i = 0; i < proxies; i++) {
      const path = `/orders-${proxies}-${i}`;
      const routes = [
        { methods: ['GET'], path: '/orders/{id}', scopes: ['projects:read'] },
        { methods: ['GET'], path: '/stream', scopes: ['projects:read'] },
      ];
      const proxy = await api.created(`/projects/${project}/proxies`, {
        name: `Orders ${i}`,
        path,
        connectionId: connection,
        routes,
      });
      await api.post(`/proxies/${proxy}/deploy`, {}, 200);
      paths.push(`/gw/default${path}`);
    }
    return { ...server, token: tokens[0] ?? '', paths };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await api.close();
  }
}

class ManagementApi {
  readonly #dispatcher = new Agent({ connect: { rejectUnauthorized: false } });

  constructor(
    private readonly port: number,
    private readonly token: string,
    private readonly options: BenchOptions,
  ) {}

  async created(path: string, body: object): Promise<string> {
    return ((await this.post(path, body, 201)) as { id: string }).id;
  }

  async post(path: string, body: object, status: number): Promise<unknown> {
    const { tls } = this.options;
    const answer = await request(`${tls ? 'https' : 'http'}://127.0.0.1:${this.port}/api/v1${path}`, {
      method: 'POST',
      dispatcher: this.#dispatcher,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        ...(tls ? {} : { 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' }),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== status) throw new Error(`POST ${path}: ${answer.statusCode} ${text}`);
    return JSON.parse(text);
  }

  async close(): Promise<void> {
    await this.#dispatcher.close();
  }
}
