import type { Duplex } from 'node:stream';
import { Logger, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConfigParts } from '../platform/config/config.module.js';
import type { Settings } from '../platform/config/settings.js';
import { CrossSiteRules } from '../auth/guards/cross-site-rules.js';
import { Clock } from '../shared/clock/clock.js';
import { Randomness } from '../shared/crypto/randomness.js';
import { answerClientError } from '../platform/http/server/client-error.js';
import { DirectRoutes } from '../platform/http/server/direct-routes.js';
import { AppModule } from './app.module.js';
import { useApiPrefix } from '../platform/http/server/api-prefix.js';
import { useBodyParser } from '../platform/http/requests/body-parser.js';
import { serveConsole } from '../platform/http/console/serve-console.js';
import { fastifyOptions } from '../platform/http/server/fastify-options.js';
import type { LogStream } from '../platform/http/logging/log-options.js';
import { Metrics } from '../platform/http/metrics/metrics.js';
import { NestLog } from '../platform/http/logging/nest-log.js';
import { setUpOpenApi } from '../platform/http/openapi/set-up-openapi.js';
import { PlainPort } from '../platform/http/plain-port/plain-port.js';
import { ProblemFilter } from '../platform/http/answers/problem.filter.js';
import { ProtocolEvents } from '../platform/http/server/protocol-events.js';
import { RequestHooks } from '../platform/http/requests/request-hooks.js';
import { RequestIds } from '../platform/http/server/request-ids.js';
import { ServedCertificate } from '../platform/http/server/served-certificate.js';
import { TraitTable } from '../platform/http/server/trait-table.js';
import { tlsOptions } from '../platform/http/server/tls-options.js';
import { type ClientError, UnservedRequests } from '../platform/http/server/unserved-requests.js';

/** Replacements for the real parts, for tests. */
export interface AppParts extends ConfigParts {
  readonly logStream?: LogStream;
  /** Modules beside the service's own, for routes that only a test needs. */
  readonly modules?: readonly DynamicModule[];
}

/** Builds the whole service, in the same way for main and for the tests. It does not listen yet: see listen.ts. */
export async function createApp(settings: Settings, parts: AppParts = {}): Promise<NestFastifyApplication> {
  // Messages from before there is a log wait for it.
  Logger.attachBuffer();
  try {
    return await build(settings, parts);
  } finally {
    Logger.flush();
  }
}

@Module({})
class RootModule {}

function rootModule(settings: Settings, parts: AppParts): DynamicModule {
  return { module: RootModule, imports: [AppModule.register(settings, parts), ...(parts.modules ?? [])] };
}

async function build(settings: Settings, parts: AppParts): Promise<NestFastifyApplication> {
  const clock = parts.clock ?? new Clock();
  const router = new RouterErrors();
  const tls = await tlsOptions(settings, clock);
  const adapter = new FastifyAdapter(
    fastifyOptions(settings, {
      tls,
      clock,
      ids: new RequestIds(parts.randomness ?? new Randomness()),
      logStream: parts.logStream,
      frameworkErrors: router.answer,
      clientErrorHandler: router.malformed,
    }),
  );
  const fastify = adapter.getInstance();
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(settings, parts), adapter, {
    logger: new NestLog(fastify.log),
    bodyParser: false,
    abortOnError: false,
  });
  router.app = app;
  useApiPrefix(app, settings);
  app.get(RequestHooks).install(fastify);
  app.get(DirectRoutes).install(fastify);
  app.get(ProtocolEvents).install(fastify);
  if (settings.tls.mode === 'off') app.get(PlainPort).takeStrangers(fastify.server);
  if (tls !== null) app.get(ServedCertificate).install(fastify, String(tls.cert));
  app.get(Metrics).install(fastify);
  useBodyParser(fastify, app.get(TraitTable), (request) => {
    app.get(CrossSiteRules).requireOwnPage(request);
  });
  setUpOpenApi(app, settings);
  serveConsole(app, settings);
  return app;
}

/**
 * Answers requests that are refused before any hook runs (an undecodable path, bytes that are not HTTP) like all other refusals.
 */
class RouterErrors {
  app: INestApplicationContext | null = null;

  readonly answer = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const { app } = this;
    app?.get(RequestHooks).onRequest(request, reply, (refusal) => {
      app.get(ProblemFilter).answer(refusal ?? error, request, reply);
    });
  };

  readonly malformed = (error: ClientError, socket: Duplex): void => {
    if (this.app === null) answerClientError(error, socket, null);
    else this.app.get(UnservedRequests).malformed(error, socket);
  };
}
