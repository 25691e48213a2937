import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../config/settings.js';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const EXPOSED = 'ETag, Gatehouse-Token-Expiration, X-Request-Id, Retry-After, WWW-Authenticate';
const PREFLIGHT_SECONDS = '600';

/** CORS for the origins that the operator named, with credentials; to any other origin we say nothing (CONTRACT §3). */
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

  /** Answers whether the request was a preflight, which needs nothing more. */
  apply(request: FastifyRequest, reply: FastifyReply): boolean {
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined || !this.#origins.has(origin)) return false;
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': EXPOSED,
      // What is same-origin by default is open to the origins we name.
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
