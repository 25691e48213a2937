import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdentityAssertions } from '../shared/authz/identity-assertions.js';
import { identityHeaders } from '../shared/authz/identity-headers.js';
import { plainAddress } from '../shared/networks/network-list.js';
import { callersHeaders, forwardedHeaders, type Headers, pseudonymOf } from './forwarded-headers.js';
import { type AllowedCall, GatewayChecks } from './gateway-checks.js';
import { GatewayServer } from './gateway-server.js';
import type { Authorization, OpenUpstream } from './open-upstream.js';
import { bodyOf, hasBody } from './request-body.js';
import { UpstreamCall } from './upstream-call.js';
import { upstreamQuery } from './upstream-query.js';
import { Upstreams } from './upstreams.service.js';
import { WebSockets } from './websocket.js';

/** A request through the gateway, from its arrival to its answer. */
@Injectable()
export class Gateway implements OnModuleInit {
  #assertions: IdentityAssertions | undefined;

  constructor(
    private readonly checks: GatewayChecks,
    private readonly upstreams: Upstreams,
    private readonly server: GatewayServer,
    private readonly webSockets: WebSockets,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.#assertions = this.modules.get(IdentityAssertions, { strict: false });
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const allowed = await this.checks.check(request, reply);
      const call = await this.#prepared(request, allowed);
      if (request.headers.expect !== undefined) reply.raw.writeContinue();
      if (this.webSockets.isAskedFor(request)) await this.webSockets.join(request, reply, call);
      else await this.server.send(request, reply, call);
    } catch (error) {
      // Of a body that nobody reads, nobody knows the end: the connection can't be used again.
      if (hasBody(request.raw) && !request.raw.complete) void reply.header('connection', 'close');
      throw error;
    }
  }

  async #prepared(request: FastifyRequest, allowed: AllowedCall): Promise<UpstreamCall> {
    const { definition } = allowed.proxy.snapshot;
    const body = bodyOf(request.raw, definition.bodyLimitBytes);
    request.body = body ?? undefined;
    const upstream = await this.upstreams.of(allowed.proxy.siteId, definition.connectionId);
    const authorization = await upstream.authorization();
    const headers = this.#headers(request, allowed, upstream, authorization);
    if (body !== null && request.headers['content-length'] !== undefined)
      headers['content-length'] = request.headers['content-length'];
    const path = upstream.basePath + allowed.path + upstreamQuery(allowed.query, authorization.parameter);
    return new UpstreamCall({ upstream, path, headers, timeoutMs: definition.timeoutMs });
  }

  #headers(
    request: FastifyRequest,
    { proxy, identity }: AllowedCall,
    upstream: OpenUpstream,
    authorization: Authorization,
  ): Headers {
    const { add, remove } = proxy.snapshot.definition.headers;
    const left = [...remove, ...Object.keys(add), ...Object.keys(authorization.headers)];
    const headers = callersHeaders(request.headers, left);
    for (const name of Object.keys(add)) headers[name.toLowerCase()] = add[name] ?? '';
    Object.assign(
      headers,
      forwardedHeaders(plainAddress(request.ip), request.headers, pseudonymOf(proxy.proxyId)),
      identityHeaders(identity),
    );
    headers['X-Auth-Assertion'] = this.#assertions?.sign(identity, upstream.audience) ?? '';
    headers['x-request-id'] = request.id;
    Object.assign(headers, authorization.headers);
    headers['host'] = upstream.host;
    return headers;
  }
}
