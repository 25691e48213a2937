import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { DirectRoutes } from './direct-routes.js';
import { GracefulShutdown } from './graceful-shutdown.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';
import { Metrics } from './metrics.js';
import { PlainPort } from './plain-port.js';
import { PlaintextRefusal } from './plaintext-refusal.js';
import { ProblemFilter } from './problem.filter.js';
import { ProtocolEvents } from './protocol-events.js';
import { RequestHooks } from './request-hooks.js';
import { RequestIds } from './request-ids.js';
import { RouteTable } from './route-table.js';
import { Transport } from './transport.js';
import { RequestValidationPipe } from './validation.pipe.js';

/**
 * Owns the transport: what is HTTPS, the plain port, error answers, security headers, validation, health, metrics.
 * Leaves to auth who is calling, and what happens to credentials that came in plaintext.
 */
@Module({
  controllers: [HealthController],
  providers: [
    DirectRoutes,
    GracefulShutdown,
    HealthService,
    Metrics,
    PlainPort,
    PlaintextRefusal,
    ProblemFilter,
    ProtocolEvents,
    RequestHooks,
    RequestIds,
    RouteTable,
    Transport,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
  ],
})
export class HttpModule {}
