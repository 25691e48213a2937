import { Logger, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ConfigParts } from '../config/config.module.js';
import type { Settings } from '../config/settings.js';
import { CrossSiteWrites } from '../shared/authz/cross-site-writes.js';
import { Clock } from '../shared/clock/clock.js';
import { Randomness } from '../shared/crypto/randomness.js';
import { DirectRoutes } from './direct-routes.js';
import { AppModule } from '../app.module.js';
import { useApiPrefix } from './api-prefix.js';
import { useBodyParser } from './body-parser.js';
import { serveConsole } from './console/serve-console.js';
import { fastifyOptions } from './fastify-options.js';
import type { LogStream } from './log-options.js';
import { Metrics } from './metrics.js';
import { NestLog } from './nest-log.js';
import { setUpOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { ProtocolEvents } from './protocol-events.js';
import { RequestHooks } from './request-hooks.js';
import { RequestIds } from './request-ids.js';
import { tlsOptions } from './tls-options.js';

/** What a test may put in the place of the real thing. */
export interface AppParts extends ConfigParts {
  readonly logStream?: LogStream;
  /** Further modules beside the service's own: routes that only a test needs. */
  readonly modules?: readonly DynamicModule[];
}

/** Builds the whole service, the same for main and for the tests. It does not listen yet: see listen.ts. */
export async function createApp(settings: Settings, parts: AppParts = {}): Promise<NestFastifyApplication> {
  // What is said before there is a log waits for it.
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
  const adapter = new FastifyAdapter(
    fastifyOptions(settings, {
      tls: await tlsOptions(settings, clock),
      clock,
      ids: new RequestIds(parts.randomness ?? new Randomness()),
      logStream: parts.logStream,
      frameworkErrors: router.answer,
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
  app.get(Metrics).install(fastify);
  useBodyParser(fastify, settings.apiPrefix, (request) => {
    app.get(CrossSiteWrites, { strict: false }).requireOwnPage(request);
  });
  setUpOpenApi(app, settings);
  serveConsole(app, settings);
  return app;
}

/** What the router refuses before any hook has run (a path that can't be decoded) is answered like everything else. */
class RouterErrors {
  app: INestApplicationContext | null = null;

  readonly answer = (error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    const { app } = this;
    app?.get(RequestHooks).onRequest(request, reply, (refusal) => {
      app.get(ProblemFilter).answer(refusal ?? error, request, reply);
    });
  };
}
