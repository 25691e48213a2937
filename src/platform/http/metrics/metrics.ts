import { createServer, type Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Settings } from '../../config/settings.js';
import { pathOf } from '../requests/request-path.js';
import { SERVER_LIMITS } from '../server/server-limits.js';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/**
 * Metrics for Prometheus on their own port, off by default (contract §8). Labels are the route's template, the method and the
 * status. They never include a path, which could contain an id, or anything else that a caller can invent.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  #server: Server | null = null;

  constructor(private readonly settings: Settings) {
    this.#requests = new Histogram({
      name: 'gatehouse_http_request_duration_seconds',
      help: 'Time to answer, by route template, method and status',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
  }

  get isOff(): boolean {
    return this.settings.metricsPort === 0;
  }

  /** Observes every answer. Costs nothing when metrics are off. */
  install(fastify: FastifyInstance): void {
    if (this.isOff) return;
    collectDefaultMetrics({ register: this.registry });
    fastify.addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      const status = String(reply.statusCode);
      this.#requests.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
      done();
    });
  }

  async listen(): Promise<void> {
    if (this.isOff) return;
    const server = createServer(SERVER_LIMITS, (request, response) => {
      if (request.method !== 'GET' || pathOf(request.url ?? '') !== '/metrics') {
        response.writeHead(404).end();
        return;
      }
      void this.registry.metrics().then((text) => {
        response.writeHead(200, { 'content-type': this.registry.contentType }).end(text);
      });
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.settings.metricsPort, this.settings.host, resolve);
    });
  }

  beforeApplicationShutdown(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
  }
}
