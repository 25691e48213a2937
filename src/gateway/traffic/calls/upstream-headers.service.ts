import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Settings } from '../../../platform/config/settings.js';
import { IdentityAssertions } from '../../../principals/identity-assertion.service.js';
import { identityHeaders } from '../../../shared/authz/identity-headers.js';
import { namedLists, ROOM_OF_REQUEST } from '../../../shared/authz/named-lists.js';
import { plainAddress } from '../../../shared/networks/network-list.js';
import { plainHeaderName } from '../../../shared/protocol/header-name.js';
import { callersHeaders, forwardedHeaders, type Headers, pseudonymOf } from './forwarded-headers.js';
import type { AllowedCall } from '../allowed-call.js';
import type { Authorization, OpenUpstream } from '../upstreams/open-upstream.js';

/** The headers of a request to an upstream: the caller's, the proxy's, the caller's identity, and the connection's credential. */
@Injectable()
export class UpstreamHeaders {
  readonly #ownHost: string;

  constructor(
    settings: Settings,
    private readonly assertions: IdentityAssertions,
  ) {
    this.#ownHost = new URL(settings.publicUrl).host;
  }

  of(
    request: FastifyRequest,
    { proxy, identity, scopes: asked }: AllowedCall,
    upstream: OpenUpstream,
    authorization: Authorization,
  ): Headers {
    const { add, remove } = proxy.snapshot.definition.headers;
    const ofCredential = Object.keys(authorization.headers);
    const headers = callersHeaders(request.headers, [...remove, ...Object.keys(add), ...ofCredential]);
    for (const name of Object.keys(add))
      if (!ofCredential.some((own) => plainHeaderName(own) === plainHeaderName(name)))
        headers[name.toLowerCase()] = add[name] ?? '';
    const address = plainAddress(request.ip);
    const { via } = request.headers;
    const lists = namedLists(identity.principal, [identity.principal.scopes, asked], ROOM_OF_REQUEST);
    Object.assign(
      headers,
      forwardedHeaders({ address, host: this.#ownHost, via, by: pseudonymOf(proxy.proxyId) }),
      identityHeaders(identity, lists),
    );
    headers['X-Auth-Assertion'] = this.assertions.sign(identity, lists, upstream.audience);
    headers['x-request-id'] = request.id;
    Object.assign(headers, authorization.headers);
    headers['host'] = upstream.host;
    return headers;
  }
}
