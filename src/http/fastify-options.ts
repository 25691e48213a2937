import type { ServerOptions } from 'node:https';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';
import type { Clock } from '../shared/clock/clock.js';
import { AccessLog } from './access-log.js';
import { BODY_LIMIT } from './body-reader.js';
import { answerClientError } from './client-error.js';
import { logOptions, type LogStream } from './log-options.js';
import type { RequestIds } from './request-ids.js';
import { LONGEST_PATH_PART, SERVER_LIMITS } from './server-limits.js';

export interface ServerParts {
  readonly tls: ServerOptions | null;
  readonly ids: RequestIds;
  readonly clock: Clock;
  readonly logStream: LogStream | undefined;
  /** Answers what the router itself refuses, before any hook. */
  readonly frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void;
}

/** How the server is set up, apart from what it answers. */
export function fastifyOptions(settings: Settings, { tls, ids, clock, logStream, frameworkErrors }: ServerParts) {
  return {
    ...(tls === null ? { http: SERVER_LIMITS } : { https: { ...SERVER_LIMITS, ...tls } }),
    logger: logOptions(settings.logLevel, clock, logStream),
    // A child logger for each request costs more than a verification; what is logged names its request itself.
    childLoggerFactory: <T>(logger: T): T => logger,
    logController: new AccessLog(settings.logLevel),
    genReqId: () => ids.next(),
    requestTimeout: SERVER_LIMITS.requestTimeout,
    keepAliveTimeout: SERVER_LIMITS.keepAliveTimeout,
    bodyLimit: BODY_LIMIT,
    // While it drains, a server still answers what arrives on open connections (and closes them).
    return503OnClosing: false,
    exposeHeadRoutes: true,
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: true, maxParamLength: LONGEST_PATH_PART },
    trustProxy: settings.trustProxy.length === 0 ? false : [...settings.trustProxy],
    clientErrorHandler: answerClientError,
    frameworkErrors,
    // Nest's middleware is not used: guards, pipes and hooks do that work.
    skipMiddie: true,
  };
}
