import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it reached the upstream. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target, byte for byte. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export type UpstreamHandler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A real HTTP server on loopback that records what it is sent; what it answers can be changed. */
export class UpstreamServer {
  readonly received: ReceivedRequest[] = [];
  answer: UpstreamHandler = UpstreamServer.echo;
  /** Takes the place of reading the body and answering. */
  raw: ((request: IncomingMessage, response: ServerResponse) => void) | null = null;
  connections = 0;

  private constructor(
    readonly server: Server,
    readonly url: string,
  ) {}

  static async start(
    make: (listener: (q: IncomingMessage, r: ServerResponse) => void) => Server = (l) => createServer(l),
  ) {
    const server = make((request, response) => {
      upstream.#serve(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const scheme = 'setSecureContext' in server ? 'https' : 'http';
    const { port } = server.address() as AddressInfo;
    const upstream = new UpstreamServer(server, `${scheme}://127.0.0.1:${port}`);
    server.on('connection', () => upstream.connections++);
    return upstream;
  }

  static readonly echo: UpstreamHandler = (request, response, body) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
  };

  get last(): ReceivedRequest {
    const request = this.received.at(-1);
    if (request === undefined) throw new Error('the upstream received nothing');
    return request;
  }

  reset(): void {
    this.received.length = 0;
    this.answer = UpstreamServer.echo;
    this.raw = null;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    if (this.raw !== null) {
      this.#record(request, '');
      this.raw(request, response);
      return;
    }
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      this.#record(request, body);
      this.answer(request, response, body);
    });
    request.on('error', () => undefined);
  }

  #record(request: IncomingMessage, body: string): void {
    const { method = '', url = '', headers, rawHeaders } = request;
    this.received.push({ method, url, headers, rawHeaders, body });
  }
}
