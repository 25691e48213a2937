import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { SwitchableRequest } from '../../../shared/protocol/switchable-request.js';
import { pathOf } from '../requests/request-path.js';
import { Transport } from '../requests/transport.js';
import { TraitTable } from './trait-table.js';
import { UnservedRequests } from './unserved-requests.js';

/**
 * Turns the special events of Node into ordinary requests, so that every hook, check and answer is the same. These are `Expect:
 * 100-continue`, where the gateway asks for a body only once it has let the request pass (RFC 9110 §10.1.1); an unknown `Expect`,
 * in plaintext; and `Upgrade`, where the handler may take over the connection.
 */
@Injectable()
export class ProtocolEvents {
  /** Connections that now speak another protocol, and that http no longer knows. */
  readonly #switched = new Set<Duplex>();

  constructor(
    private readonly transport: Transport,
    private readonly unserved: UnservedRequests,
    private readonly traits: TraitTable,
  ) {}

  install(fastify: FastifyInstance): void {
    const server = fastify.server;
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (!this.traits.of(pathOf(request.url ?? '')).passedOn) response.writeContinue();
      server.emit('request', request, response);
    });
    server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      if (this.transport.isSecure(request)) response.writeHead(417).end();
      else server.emit('request', request, response);
    });
    server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      this.unserved.unread(request, socket, head);
    });
    server.on('upgrade', (request: SwitchableRequest, socket: Duplex, head: Buffer) => {
      this.#onUpgrade(server, request, socket, head);
    });
  }

  /** Ends the connections that speak another protocol: nothing else would. */
  endSwitched(): void {
    for (const socket of this.#switched) socket.destroy();
  }

  #onUpgrade(server: Server, request: SwitchableRequest, socket: Duplex, head: Buffer): void {
    this.#switched.add(socket);
    socket.once('close', () => this.#switched.delete(socket));
    socket.on('error', () => socket.destroy());
    // The parser has released the connection: a body could no longer be read.
    if (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0) {
      this.unserved.unread(request, socket, head);
      return;
    }
    request.switchable = { socket, head };
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    // typed for a Socket; 'upgrade' hands out a Duplex
    response.assignSocket(socket as unknown as Parameters<ServerResponse['assignSocket']>[0]);
    // http would close the connection by itself. Here, a client that does not close its own end would hold it for ever.
    response.once('finish', () => socket.end(() => socket.destroy()));
    server.emit('request', request, response);
  }
}
