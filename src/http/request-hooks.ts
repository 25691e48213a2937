import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { requestContextOf } from '../shared/authz/actor.js';
import { NO_IDENTITY } from '../shared/authz/identity-headers.js';
import { methodNotAllowed } from '../shared/errors/general.errors.js';
import { Cors } from './cors.js';
import { GracefulShutdown } from './graceful-shutdown.js';
import { isHealthPath } from './health.service.js';
import { PlaintextRefusal } from './plaintext-refusal.js';
import { pathOf } from './request-path.js';
import { RouteTable } from './route-table.js';
import { securityHeaders } from './security-headers.js';
import { Transport } from './transport.js';

/** Its refusals are problem documents, which say themselves that nobody may keep them. */
const GATEWAY = '/gw/';

type Done = (error?: Error) => void;

/** The proxy that asks must find the whole set of headers in whatever it is answered (assertion 12). */
const ASKED_BY_A_PROXY = /^\/verify\/?$/;

/**
 * What happens to every request before it is parsed. This is the hot path of every verification: it allocates
 * nothing and does nothing asynchronous unless the request is special.
 */
@Injectable()
export class RequestHooks {
  readonly #cors: Cors;
  readonly #tlsIsOurs: boolean;
  readonly #hasProxy: boolean;

  constructor(
    settings: Settings,
    private readonly transport: Transport,
    private readonly refusal: PlaintextRefusal,
    private readonly routes: RouteTable,
    private readonly shutdown: GracefulShutdown,
  ) {
    this.#cors = new Cors(settings);
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
    // From here on the header is the address itself: request.ip reads it, and knows neither ports nor junk.
    if (this.#hasProxy) raw.headers['x-forwarded-for'] = this.transport.clientAddress(raw);
    const secure = this.#tlsIsOurs || this.transport.isSecure(raw);
    reply.headers(securityHeaders(secure, isPassedOn(raw.url))).header('x-request-id', request.id);
    if (this.shutdown.isDraining) reply.header('connection', 'close');
    if (!secure) {
      const refused = this.refusal.refuse(raw, requestContextOf(request));
      // A health call is answered on any transport, without waiting; a credential that it brought along is exposed.
      if (!isHealthPath(pathOf(raw.url ?? ''))) {
        withoutIdentity(reply, raw.url);
        void refused.then(done);
        return;
      }
    }
    if (!this.#cors.isOff && this.#cors.apply(request, reply)) {
      void reply.code(204).send();
      return;
    }
    if (raw.method !== 'TRACE') {
      done();
      return;
    }
    // It would show a script the cookies that it can't read (assertion 68).
    withoutIdentity(reply, raw.url);
    done(methodNotAllowed({ extensions: { allow: this.routes.methodsOf(pathOf(raw.url ?? '')) } }));
  }
}

function isPassedOn(url: string | undefined): boolean {
  return url?.startsWith(GATEWAY) === true;
}

/** What is refused here never reaches the controller of /verify, which sets these headers otherwise. */
function withoutIdentity(reply: FastifyReply, url: string | undefined): void {
  if (ASKED_BY_A_PROXY.test(pathOf(url ?? ''))) void reply.headers(NO_IDENTITY);
}
