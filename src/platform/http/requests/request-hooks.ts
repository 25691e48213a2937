import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { requestContextOf } from '../../../shared/authz/actor.js';
import { NO_IDENTITY } from '../../../shared/authz/identity-headers.js';
import { methodNotAllowed } from '../../../shared/errors/general.errors.js';
import { Cors } from './cors.js';
import { resetIfCutShort } from '../server/cut-answers.js';
import { GracefulShutdown } from '../server/graceful-shutdown.js';
import { isHealthPath } from '../health/health.service.js';
import { PlaintextRefusal } from '../plain-port/plaintext-refusal.js';
import { pathOf } from './request-path.js';
import { RouteTable } from '../server/route-table.js';
import { SlowRequests } from '../server/slow-requests.js';
import { TraitTable } from '../server/trait-table.js';
import type { RouteTraits } from '../../../shared/protocol/route-traits.js';
import { SecurityHeaders } from './security-headers.js';
import { StrictTransport } from './strict-transport.js';
import { Transport } from './transport.js';

type Done = (error?: Error) => void;

/**
 * Runs for every request before it is parsed. This is the hot path of every verification: it allocates nothing and does nothing
 * asynchronous unless the request is special.
 */
@Injectable()
export class RequestHooks {
  readonly #cors: Cors;
  readonly #strict: StrictTransport;
  readonly #headers: SecurityHeaders;
  readonly #tlsIsOurs: boolean;
  readonly #hasProxy: boolean;

  // eslint-disable-next-line max-params -- every hook of every request is here, so that there is one call for each
  constructor(
    settings: Settings,
    private readonly slow: SlowRequests,
    private readonly transport: Transport,
    private readonly refusal: PlaintextRefusal,
    private readonly routes: RouteTable,
    private readonly traits: TraitTable,
    private readonly shutdown: GracefulShutdown,
  ) {
    this.#cors = new Cors(settings);
    this.#strict = new StrictTransport(settings);
    this.#headers = new SecurityHeaders(this.#strict.values);
    this.#tlsIsOurs = settings.tls.mode === 'on';
    this.#hasProxy = settings.trustProxy.length > 0;
  }

  install(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      this.routes.add(url, method);
    });
    fastify.addHook('onRequest', (request, reply, done) => {
      this.onRequest(request, reply, done);
    });
  }

  onRequest(request: FastifyRequest, reply: FastifyReply, done: Done): void {
    const { raw } = request;
    if (raw.httpVersionMinor === 0) resetIfCutShort(reply.raw);
    // From here on the header is the address itself: request.ip reads it, and can handle neither ports nor junk.
    if (this.#hasProxy) raw.headers['x-forwarded-for'] = this.transport.clientAddress(raw);
    const traits = this.traits.of(pathOf(raw.url ?? ''));
    const { 'content-length': length, 'transfer-encoding': coding } = raw.headers;
    if (coding !== undefined || (length !== undefined && length !== '0'))
      this.slow.watch(raw, reply.raw, traits.passedOn);
    const secure = this.#tlsIsOurs || this.transport.isSecure(raw);
    const hsts = secure ? this.#strict.valueFor(this.#askedHost(raw)) : null;
    reply.headers(this.#headers.of(hsts, traits.passedOn)).header('x-request-id', request.id);
    if (this.shutdown.isDraining) reply.header('connection', 'close');
    if (!secure) {
      const refused = this.refusal.refuse(raw, requestContextOf(request));
      // A health call is answered on any transport, without waiting. A credential that came with it is exposed.
      if (!isHealthPath(pathOf(raw.url ?? ''))) {
        withoutIdentity(reply, traits);
        void refused.then(done);
        return;
      }
    }
    if (!this.#cors.isOff && this.#cors.apply(request, reply, traits.passedOn)) {
      void reply.code(204).send();
      return;
    }
    if (raw.method !== 'TRACE') {
      done();
      return;
    }
    // TRACE would show a script the cookies that it can't read (assertion 68).
    withoutIdentity(reply, traits);
    done(methodNotAllowed({ extensions: { allow: this.routes.methodsOf(pathOf(raw.url ?? '')) } }));
  }

  /** The name that the client asked for; undefined when a proxy asks, which may have written its own. */
  #askedHost({ headers, socket }: IncomingMessage): string | undefined {
    if (!this.#tlsIsOurs || (this.#hasProxy && this.transport.isTrustedProxy(socket.remoteAddress))) return undefined;
    return headers.host;
  }
}

/** A request that is refused here never reaches the controller, which otherwise sets these headers. */
function withoutIdentity(reply: FastifyReply, { identityHeaders }: RouteTraits): void {
  if (identityHeaders) void reply.headers(NO_IDENTITY);
}
