import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { SwitchableRequest } from '../shared/protocol/switchable-request.js';
import { answerClientError } from './client-error.js';
import { pathOf } from './request-path.js';

const GATEWAY = /^\/gw\//;

/**
 * What Node tells apart from ordinary requests. Both become ordinary ones here, so that every hook, check and answer is the
 * same: `Expect: 100-continue`, where the gateway lets a body come only once it has let the request pass (RFC 9110
 * §10.1.1); and `Upgrade`, where whoever answers may take the connection over.
 */
@Injectable()
export class ProtocolEvents {
  /** Connections that speak another protocol now: http no longer knows them. */
  readonly #switched = new Set<Duplex>();

  install(fastify: FastifyInstance): void {
    const server = fastify.server;
    server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
      if (!GATEWAY.test(pathOf(request.url ?? ''))) response.writeContinue();
      server.emit('request', request, response);
    });
    server.on('upgrade', (request: SwitchableRequest, socket: Duplex, head: Buffer) => {
      this.#onUpgrade(server, request, socket, head);
    });
  }

  /** Ends the connections that speak another protocol: nobody else would. */
  endSwitched(): void {
    for (const socket of this.#switched) socket.destroy();
  }

  #onUpgrade(server: Server, request: SwitchableRequest, socket: Duplex, head: Buffer): void {
    this.#switched.add(socket);
    socket.once('close', () => this.#switched.delete(socket));
    socket.on('error', () => socket.destroy());
    // The parser has let go of the connection: a body could not be read any more.
    if (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0) {
      answerClientError(new Error('an upgrade with a body'), socket);
      return;
    }
    request.switchable = { socket, head };
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    // typed for a Socket; 'upgrade' hands out a Duplex
    response.assignSocket(socket as unknown as Parameters<ServerResponse['assignSocket']>[0]);
    // http would close it by itself; as it is, who does not close its own end would hold the connection for ever
    response.once('finish', () => socket.end(() => socket.destroy()));
    server.emit('request', request, response);
  }
}
