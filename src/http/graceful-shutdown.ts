import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

const DRAIN_MS = 10_000;

/** Gives requests that are being answered their time, but a shutdown never waits for a client that does not leave. */
@Injectable()
export class GracefulShutdown {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_MS).unref();
  }
}
