import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ProtocolEvents } from './protocol-events.js';

/** How long clients with open connections are told to leave, before those connections are closed. */
const NOTICE_MS = 500;
/** How long a request may still take after that. */
const DRAIN_MS = 10_000;
const PAUSE_MS = 25;

/**
 * Shuts down without a failed request. No new connection is accepted, every answer on an open connection says `Connection:
 * close`, so that a busy client moves elsewhere by itself, and running requests get their time.
 */
@Injectable()
export class GracefulShutdown {
  isDraining = false;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly protocols: ProtocolEvents,
  ) {}

  /** The first hook of a shutdown: the parts that serve requests close in the later hooks. */
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
