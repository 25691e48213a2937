import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** How long clients with open connections are told to leave before the ports close. */
const NOTICE_MS = 500;
/** How long a request may still take then. */
const DRAIN_MS = 10_000;
const PAUSE_MS = 25;

/**
 * A shutdown without a failed request: while `isDraining`, every answer says `Connection: close`, so that a busy client
 * goes elsewhere by itself; only then the ports close, and what is still being answered gets its time.
 */
@Injectable()
export class GracefulShutdown {
  isDraining = false;

  constructor(private readonly adapterHost: HttpAdapterHost) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.isDraining = true;
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    if (!server.listening) return;
    for (let waited = 0; waited < NOTICE_MS && (await connections(server)) > 0; waited += PAUSE_MS)
      await delay(PAUSE_MS);
    // The server's own close() lets go of the connections that are idle at that moment, not of those that become so.
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, PAUSE_MS).unref();
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_MS).unref();
    server.once('close', () => {
      clearInterval(idle);
      clearTimeout(late);
    });
  }
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((error, count) => {
      resolve(error === null ? count : 0);
    });
  });
}
