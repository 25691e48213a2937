import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '../../config/settings.js';
import { isClaiming } from '../../../shared/protocol/claiming-headers.js';
import { isHeaderName, plainHeaderName } from '../../../shared/protocol/header-name.js';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
/** Of an upstream's API, what a rule can let through. */
const PASSED_ON_METHODS = `${METHODS}, OPTIONS`;
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

  /**
   * Answers whether the request was a preflight, which is then done.
   * @param passedOn whether the request is meant for an upstream: which headers its API takes is not ours to list
   */
  apply(request: FastifyRequest, reply: FastifyReply, passedOn = false): boolean {
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
    if (passedOn) reply.header('vary', 'Origin, Access-Control-Request-Headers');
    reply.headers({
      'access-control-allow-methods': passedOn ? PASSED_ON_METHODS : METHODS,
      'access-control-allow-headers': passedOn ? this.#withPassedOn(request) : this.#requestHeaders,
      'access-control-max-age': PREFLIGHT_SECONDS,
    });
    return true;
  }

  /** What we take ourselves, and those asked for that would be passed on. */
  #withPassedOn({ headers }: FastifyRequest): string {
    const asked = (headers['access-control-request-headers'] ?? '').split(',');
    const passed = asked
      .map((name) => name.trim())
      .filter((name) => isHeaderName(name) && name !== '*' && !isClaiming(plainHeaderName(name)));
    return [this.#requestHeaders, ...new Set(passed)].join(', ');
  }
}
