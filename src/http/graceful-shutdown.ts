import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ProtocolEvents } from './protocol-events.js';

/** How long clients with open connections are told to leave before those connections are closed. */
const NOTICE_MS = 500;
/** How long a request may still take then. */
const DRAIN_MS = 10_000;
const PAUSE_MS = 25;

/**
 * A shutdown without a failed request: no connection is accepted any more, every answer on an open one says
 * `Connection: close`, so that a busy client goes elsewhere by itself, and what is being answered gets its time.
 */
@Injectable()
export class GracefulShutdown {
  isDraining = false;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly protocols: ProtocolEvents,
  ) {}

  /** The first hook of a shutdown: what serves requests closes in the later ones. */
  async onModuleDestroy(): Promise<void> {
    this.isDraining = true;
    const server = this.adapterHost.httpAdapter.getHttpServer() as HttpServer;
    if (!server.listening) return;
    // http's own close() would cut connections that are idle between two requests of a busy client.
    const closed = new Promise<void>((resolve) => {
      Server.prototype.close.call(server, () => {
        resolve();
      });
    });
    await Promise.race([closed, delay(NOTICE_MS, undefined, { ref: false })]);
    this.protocols.endSwitched();
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, PAUSE_MS);
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  }
}
