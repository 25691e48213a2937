import { readFileSync } from 'node:fs';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { type ApiClient, createPerson, createToken, signInAsAdmin, type TestPerson } from './api-client.js';
import { callEdge, type EdgeAnswer, type EdgeRequest } from './edge-client.js';
import { type EdgeCommand, type EdgePlace, type EdgeProxy, startEdge } from './edge-proxy.js';
import { StoppableProxy } from './stoppable-proxy.js';
import { startTestApp, type TestApp } from './test-app.js';
import { UpstreamServer } from './upstream-server.js';

export type EdgeRecipe = (place: EdgePlace) => EdgeCommand;

interface Parts {
  readonly app: TestApp;
  readonly api: UpstreamServer;
  /** The way from the proxy to Gatehouse, which can be made to hang. */
  readonly link: StoppableProxy;
  readonly admin: ApiClient;
  readonly ann: TestPerson;
  readonly client: { readonly id: string; readonly secret: string };
}

/** Gatehouse, an API that knows nothing of it, and a reverse proxy as a recipe describes it between the two. */
export class RecipeStage {
  #gatehouseIsGone = false;

  private constructor(
    private readonly parts: Parts,
    readonly edge: EdgeProxy,
  ) {}

  /** The loopback addresses are the proxy's and its clients'; Gatehouse believes what the proxy says of them. */
  static async start(dialect: Dialect, recipe: EdgeRecipe): Promise<RecipeStage> {
    const app = await startTestApp(dialect, { settings: { trustProxy: ['127.0.0.1/32'] } });
    const api = await UpstreamServer.start();
    const link = await StoppableProxy.to(app.settings.port, '127.0.0.1');
    const admin = await signInAsAdmin(app);
    const clerk = { name: 'ROLE_CLERK', description: 'x', scopes: ['orders:read', 'orders:write'] };
    await admin.post('/admin/roles', clerk);
    const ann = await createPerson(app, 'ann', ['ROLE_CLERK']);
    const client = await introspector(admin);
    const parts = { app, api, link, admin, ann, client };
    try {
      return new RecipeStage(parts, await startEdge(surroundingsOf(parts), recipe));
    } catch (error) {
      // what is left running would keep the test run from ending, and so from saying why
      await stopParts(parts);
      throw error;
    }
  }

  get app(): TestApp {
    return this.parts.app;
  }

  get api(): UpstreamServer {
    return this.parts.api;
  }

  get link(): StoppableProxy {
    return this.parts.link;
  }

  get admin(): ApiClient {
    return this.parts.admin;
  }

  get ann(): TestPerson {
    return this.parts.ann;
  }

  call(request: EdgeRequest = {}): Promise<EdgeAnswer> {
    return callEdge(this.edge, request);
  }

  callAt(edge: EdgeProxy, request: EdgeRequest): Promise<EdgeAnswer> {
    return callEdge(edge, request);
  }

  /** A token of ann's, who holds orders:read and orders:write. */
  token(settings: Record<string, unknown> = {}): Promise<{ id: string; token: string }> {
    return createToken(this.ann.session, settings);
  }

  /** Another proxy of the same recipe, with something else around it. */
  otherEdge(recipe: EdgeRecipe, certificate: (own: string) => string): Promise<EdgeProxy> {
    return startEdge(surroundingsOf(this.parts), (place) =>
      recipe({ ...place, gatehouseCertificate: certificate(place.certFile) }),
    );
  }

  async stopGatehouse(): Promise<void> {
    if (this.#gatehouseIsGone) return;
    this.#gatehouseIsGone = true;
    await this.app.stop();
  }

  async stop(): Promise<void> {
    await this.edge.stop();
    await this.link.close();
    await this.api.stop();
    await this.stopGatehouse();
  }
}

async function stopParts({ app, api, link }: Parts): Promise<void> {
  await link.close();
  await api.stop();
  await app.stop();
}

function surroundingsOf({ app, api, link, client }: Parts) {
  const { tls } = app.settings;
  if (tls.mode === 'off' || tls.certFile === null || readFileSync(tls.certFile, 'utf8') !== app.certificate)
    throw new Error('the certificate of the service is not where its settings say');
  return {
    gatehousePort: link.port,
    gatehouseCertificate: tls.certFile,
    apiPort: Number(new URL(api.url).port),
    client,
  };
}

async function introspector(admin: ApiClient): Promise<{ id: string; secret: string }> {
  const application = { name: 'Orders API', description: 'asks what tokens are good for', issueToken: false };
  const { status, body } = await admin.post('/applications', application);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.clientId as string, secret: body.clientSecret as string };
}
