import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import type { LogLevel } from '../../config/settings.js';
import { loggedPath } from '../requests/request-path.js';

/** One line for each answer, at debug level only. The path has no query, and headers and bodies are never logged. */
export class AccessLog extends LogController {
  readonly #isOn: boolean;

  constructor(level: LogLevel) {
    // Fastify's own lines about a request stay off, because they contain its whole target.
    super({ disableRequestLogging: true });
    this.#isOn = level === 'debug' || level === 'trace';
  }

  override requestCompleted(_error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (!this.#isOn) return;
    reply.log.debug(
      {
        requestId: request.id,
        method: request.raw.method,
        path: loggedPath(request.raw.url ?? ''),
        route: request.routeOptions.url,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 100) / 100,
        address: request.ip,
      },
      'answered',
    );
  }
}
