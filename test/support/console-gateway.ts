import type { ApiClient } from './api-client.js';
import { createConnection } from './connections.js';
import { sampleProxy } from './sample-proxy.js';
import { UpstreamServer } from './upstream-server.js';

/** What pages about proxies need to have something to show: an upstream that answers, and a connection to it. */
export class ConsoleGateway {
  private constructor(
    readonly admin: ApiClient,
    readonly upstream: UpstreamServer,
    readonly connectionId: string,
  ) {}

  static async start(admin: ApiClient): Promise<ConsoleGateway> {
    const upstream = await UpstreamServer.start();
    return new ConsoleGateway(
      admin,
      upstream,
      await createConnection(admin, upstream.url, { name: 'Orders upstream' }),
    );
  }

  stop(): Promise<void> {
    return this.upstream.stop();
  }

  /** A project of this name with one proxy in it. */
  async proxy(name: string, path: string): Promise<{ readonly id: string; readonly projectId: string }> {
    const project = await this.#made('/projects', { name: `${name} project` });
    const { id } = await this.#made(`/projects/${project.id}/proxies`, sampleProxy(this.connectionId, { name, path }));
    return { id, projectId: project.id };
  }

  async #made(path: string, body: object): Promise<{ id: string }> {
    const answer = await this.admin.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as { id: string };
  }
}
