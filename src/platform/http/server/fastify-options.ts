import type { ServerOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import type { Clock } from '../../../shared/clock/clock.js';
import { AccessLog } from '../logging/access-log.js';
import { BODY_LIMIT } from '../requests/body-reader.js';
import { logOptions, type LogStream } from '../logging/log-options.js';
import type { RequestIds } from './request-ids.js';
import { LONGEST_PASSED_ON_MS, LONGEST_PATH_PART, SERVER_LIMITS } from './server-limits.js';
import { Transport } from '../requests/transport.js';
import type { ClientError } from './unserved-requests.js';

export interface ServerParts {
  readonly tls: ServerOptions | null;
  readonly ids: RequestIds;
  readonly clock: Clock;
  readonly logStream: LogStream | undefined;
  /** Answers requests that the router itself refuses, before any hook. */
  readonly frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void;
  /** Answers input that is not well-formed HTTP. */
  readonly clientErrorHandler: (error: ClientError, socket: Duplex) => void;
}

/** The setup of the server, apart from its answers. */
export function fastifyOptions(settings: Settings, { tls, ids, clock, logStream, ...handlers }: ServerParts) {
  const transport = new Transport(settings);
  return {
    ...(tls === null ? { http: SERVER_LIMITS } : { https: { ...SERVER_LIMITS, ...tls } }),
    logger: logOptions(settings.logLevel, clock, logStream),
    // A child logger for each request costs more than a verification. Each log entry names its request itself.
    childLoggerFactory: <T>(logger: T): T => logger,
    logController: new AccessLog(settings.logLevel),
    genReqId: () => ids.next(),
    // the outermost limit: SlowRequests has the stricter ones
    requestTimeout: LONGEST_PASSED_ON_MS,
    keepAliveTimeout: SERVER_LIMITS.keepAliveTimeout,
    bodyLimit: BODY_LIMIT,
    // While it drains, a server still answers requests on open connections (and closes them).
    return503OnClosing: false,
    exposeHeadRoutes: true,
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: true, maxParamLength: LONGEST_PATH_PART },
    // request-hooks.ts has put the client's address into the header: it is the address if the peer is a proxy at all
    trustProxy: settings.trustProxy.length === 0 ? false : (peer: string) => transport.isTrustedProxy(peer),
    ...handlers,
    // Nest's middleware is not used: guards, pipes and hooks do that work.
    skipMiddie: true,
  };
}
