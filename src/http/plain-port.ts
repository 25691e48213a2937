import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { answerClientError } from './client-error.js';
import { HealthService } from './health.service.js';
import { PlaintextRefusal } from './plaintext-refusal.js';
import { problemAnswer, withRequestId } from './problem-document.js';
import { RequestIds } from './request-ids.js';
import { pathOf } from './request-path.js';
import { securityHeaders } from './security-headers.js';
import { SERVER_LIMITS } from './server-limits.js';
import { Transport } from './transport.js';

/** The port that serves nothing but the health calls: every other request is refused and what it exposed is revoked (CONTRACT §2). */
@Injectable()
export class PlainPort {
  readonly #logger = new Logger('Http');
  readonly #server: Server;

  constructor(
    private readonly settings: Settings,
    private readonly refusal: PlaintextRefusal,
    private readonly health: HealthService,
    private readonly transport: Transport,
    private readonly ids: RequestIds,
  ) {
    this.#server = createServer(SERVER_LIMITS, (request, response) => {
      this.#answer(request, response).catch((err: unknown) => {
        this.#logger.error({ message: 'the plain port could not answer', err });
        response.destroy();
      });
    });
    this.#server.maxRequestsPerSocket = 1;
    this.#server.on('clientError', answerClientError);
  }

  /** Listens where the settings say; does nothing when the port is off. */
  async listen(): Promise<void> {
    const { httpPort, host } = this.settings;
    if (httpPort === 0) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(httpPort, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }

  async onModuleDestroy(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeIdleConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = this.ids.next();
    const context = {
      requestId,
      address: this.transport.clientAddress(request),
      userAgent: request.headers['user-agent']?.slice(0, 255) ?? null,
    };
    const healthy = await this.health.answer(request.method ?? '', pathOf(request.url ?? ''));
    if (healthy !== null) {
      // A health call needs no credential; one that it brought along has been read all the same. Its answer never waits.
      void this.refusal.refuse(request, context);
      send(response, healthy.status, { 'content-type': 'application/json; charset=utf-8' }, healthy.body);
      return;
    }
    const refusal = await this.refusal.refuse(request, context);
    const { status, headers, body } = withRequestId(problemAnswer(refusal, this.settings), requestId);
    send(response, status, { ...headers, 'x-request-id': requestId }, body);
  }
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, {
    ...securityHeaders(false),
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(body);
}
