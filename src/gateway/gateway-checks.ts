import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GatewayTarget, gatewayTarget } from '../proxies/gateway-target.js';
import type { CompiledRoute, DeployedProxy } from '../proxies/proxies.types.js';
import { matchingRoute } from '../proxies/route-match.js';
import { BearerCallers } from '../shared/authz/bearer-callers.js';
import type { Identity } from '../shared/authz/identity-headers.js';
import { invalidRequest } from '../shared/errors/general.errors.js';
import { CurrentDeployments } from './current-deployments.service.js';
import type { ServedAt } from './deployment-table.js';
import { isLoop } from './forwarded-headers.js';
import { notServed, routeNotAllowed, upstreamLoop } from './gateway.errors.js';
import { TokenRates } from './token-rates.js';

/** A request that may pass. */
export interface AllowedCall {
  readonly proxy: DeployedProxy;
  readonly identity: Identity;
  /** Below the proxy's base at the upstream, with a slash in front; without the query. */
  readonly path: string;
  readonly query: string;
}

/** May this request pass, and where does it go? */
@Injectable()
export class GatewayChecks implements OnModuleInit {
  #callers: BearerCallers | undefined;

  constructor(
    private readonly deployments: CurrentDeployments,
    private readonly rates: TokenRates,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    this.#callers = this.modules.get(BearerCallers, { strict: false });
  }

  /** @throws what the caller is to be told */
  async check(request: FastifyRequest, reply: FastifyReply): Promise<AllowedCall> {
    const callers = this.#callers;
    if (callers === undefined) throw new Error('the gateway is not ready');
    requireOneHost(request.raw.rawHeaders);
    const target = gatewayTarget(request.raw.url ?? '');
    const served = (await this.deployments.current()).find(target);
    const caller = await callers.identify(request, reply, served?.proxy.accountId ?? null);
    const { principal } = caller;
    // what is another site's is answered like what never was
    if (served?.proxy.siteId !== principal.siteId) throw notServed();
    const { proxy } = served;
    const { path, route } = routed(request, target, served);
    const { accountId } = proxy;
    await callers.require(caller, request, { accountId, scopes: route.scopes });
    const { rateLimit } = proxy.snapshot.definition;
    if (rateLimit !== null) await this.rates.count(proxy.proxyId, principal.credential.id, rateLimit.perMinute);
    return { proxy, identity: { principal, accountId }, path, query: target.query };
  }
}

interface Routed {
  readonly route: CompiledRoute;
  readonly path: string;
}

function routed({ method, headers }: FastifyRequest, target: GatewayTarget, { proxy, ownSegments }: ServedAt): Routed {
  const route = matchingRoute(proxy.snapshot.routes, method, target.segments.slice(ownSegments));
  if (route === null) throw routeNotAllowed();
  if (isLoop(headers, proxy.proxyId)) throw upstreamLoop();
  const kept = proxy.snapshot.definition.stripPrefix ? target.raw.slice(ownSegments) : target.raw;
  const path = `/${kept.join('/')}${target.endsInSlash && kept.length > 0 ? '/' : ''}`;
  return { route, path };
}

/** RFC 9112 §3.2. Node takes the first and says nothing of the others. */
function requireOneHost(rawHeaders: readonly string[]): void {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') count++;
  if (count > 1) throw invalidRequest({ detail: 'A request has one Host header.' });
}
