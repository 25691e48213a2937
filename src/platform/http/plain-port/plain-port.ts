import { createServer, type Server, type Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { PlainAnswers } from './plain-answers.js';
import { PlainConnection } from './plain-connection.js';
import { PlaintextSearch } from './plaintext-search.js';
import { RequestIds } from '../server/request-ids.js';
import { Transport } from '../requests/transport.js';

/** A connection counts until it has been searched. Beyond this number, new connections are not read at all. */
const MOST_CONNECTIONS = 1_000;
const BUSY = 'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

/**
 * The port that serves only the health calls. Everything that arrives is refused and searched, whether HTTP or not: an HTTP
 * server would show only what it understands, but the network reads the rest as well (contract §2).
 */
@Injectable()
export class PlainPort {
  readonly #server: Server;
  readonly #open = new Set<PlainConnection>();

  constructor(
    private readonly settings: Settings,
    private readonly transport: Transport,
    private readonly ids: RequestIds,
    private readonly searches: PlaintextSearch,
    private readonly answers: PlainAnswers,
  ) {
    this.#server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#take(socket);
    });
  }

  /** Listens where the settings say. Does nothing when the port is off. */
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

  /**
   * When a trusted proxy ends TLS in front of us, any other peer can only speak plaintext. Its connection is treated like one to
   * the plain port.
   */
  takeStrangers(server: Server): void {
    const serve = server.listeners('connection') as ((socket: Socket) => void)[];
    server.removeAllListeners('connection').on('connection', (socket: Socket) => {
      if (this.transport.isTrustedProxy(socket.remoteAddress)) for (const each of serve) each.call(server, socket);
      else this.#take(socket);
    });
  }

  async onModuleDestroy(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    for (const connection of this.#open) connection.finish();
    await closed;
  }

  #take(socket: Socket): void {
    if (this.#open.size >= MOST_CONNECTIONS) {
      socket.on('error', () => socket.destroy()).end(BUSY, () => socket.destroy());
      return;
    }
    const requestId = this.ids.next();
    const { remoteAddress } = socket;
    const connection: PlainConnection = new PlainConnection(socket, {
      room: this.searches.room,
      search: (bytes, head) => {
        const address = this.transport.clientAddress({ socket: { remoteAddress }, headers: head?.headers ?? {} });
        return this.searches.search(bytes, { requestId, address, userAgent: null });
      },
      refusal: (head) => this.answers.refusal(head, requestId),
      health: (head) => this.answers.ofHealth(head),
      over: () => this.#open.delete(connection),
    });
    this.#open.add(connection);
  }
}
