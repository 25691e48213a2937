import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const EXPOSED = 'ETag, Gatehouse-Token-Expiration, Idempotent-Replayed, X-Request-Id, Retry-After, WWW-Authenticate';
const PREFLIGHT_SECONDS = '600';

/** CORS with credentials, for the origins that the operator named. Any other origin gets no CORS headers (contract §3). */
export class Cors {
  readonly #origins: ReadonlySet<string>;
  readonly #requestHeaders: string;

  constructor(settings: Settings) {
    this.#origins = new Set(settings.corsOrigins);
    this.#requestHeaders = [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      ...settings.accountHeaders,
    ].join(', ');
  }

  get isOff(): boolean {
    return this.#origins.size === 0;
  }

  /** Answers whether the request was a preflight, which is then done. */
  apply(request: FastifyRequest, reply: FastifyReply): boolean {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !this.#origins.has(origin)) return false;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': EXPOSED,
      // Resources that are same-origin by default are open to the named origins.
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (request.raw.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined)
      return false;
    reply.headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': this.#requestHeaders,
      'access-control-max-age': PREFLIGHT_SECONDS,
    });
    return true;
  }
}
