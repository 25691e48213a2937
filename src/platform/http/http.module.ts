import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { DirectRoutes } from './server/direct-routes.js';
import { GracefulShutdown } from './server/graceful-shutdown.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { Metrics } from './metrics/metrics.js';
import { PlainAnswers } from './plain-port/plain-answers.js';
import { PlainPort } from './plain-port/plain-port.js';
import { PlaintextRefusal } from './plain-port/plaintext-refusal.js';
import { PlaintextSearch } from './plain-port/plaintext-search.js';
import { ProblemFilter } from './answers/problem.filter.js';
import { ProtocolEvents } from './server/protocol-events.js';
import { RequestHooks } from './requests/request-hooks.js';
import { RequestIds } from './server/request-ids.js';
import { RouteTable } from './server/route-table.js';
import { ServedCertificate } from './server/served-certificate.js';
import { SlowRequests } from './server/slow-requests.js';
import { TraitTable } from './server/trait-table.js';
import { Transport } from './requests/transport.js';
import { UnservedRequests } from './server/unserved-requests.js';
import { RequestValidationPipe } from './requests/validation.pipe.js';

/**
 * Owns the transport: what counts as HTTPS, the plain port, error answers, security headers, validation, health, metrics.
 * Leaves to auth who is calling, and what happens to credentials that came in plaintext.
 */
@Module({
  controllers: [HealthController],
  providers: [
    DirectRoutes,
    GracefulShutdown,
    HealthService,
    Metrics,
    PlainAnswers,
    PlainPort,
    PlaintextRefusal,
    PlaintextSearch,
    ProblemFilter,
    ProtocolEvents,
    RequestHooks,
    RequestIds,
    RouteTable,
    ServedCertificate,
    SlowRequests,
    TraitTable,
    Transport,
    UnservedRequests,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_PIPE, useClass: RequestValidationPipe },
  ],
})
export class HttpModule {}
