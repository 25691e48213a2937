import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GatewayTarget, gatewayTarget } from '../proxies/gateway-target.js';
import { BearerCallers } from '../../principals/bearer-callers.service.js';
import { invalidRequest } from '../../shared/errors/general.errors.js';
import type { AllowedCall } from './allowed-call.js';
import { CurrentDeployments } from './deployments/current-deployments.service.js';
import type { ServedAt } from './deployments/deployment-table.js';
import { isLoop } from './calls/forwarded-headers.js';
import { notServed, routeNotAllowed, upstreamLoop } from './gateway.errors.js';
import { TokenRates } from './token-rates.js';

/** May this request pass, and where does it go? */
@Injectable()
export class GatewayChecks {
  constructor(
    private readonly deployments: CurrentDeployments,
    private readonly rates: TokenRates,
    private readonly callers: BearerCallers,
  ) {}

  /** @throws what the caller is to be told */
  async check(request: FastifyRequest, reply: FastifyReply): Promise<AllowedCall> {
    requireOneHost(request.raw.rawHeaders);
    const target = gatewayTarget(request.raw.url ?? '');
    const served = (await this.deployments.current()).find(target);
    const caller = await this.callers.identify(request, reply, served?.proxy.accountId ?? null);
    const { principal } = caller;
    // a proxy of another site is answered like one that never existed
    if (served?.proxy.siteId !== principal.siteId) throw notServed();
    const { proxy } = served;
    const { path, scopes } = routed(request, target, served);
    const { accountId } = proxy;
    await this.callers.require(caller, request, { accountId, scopes });
    const { rateLimit } = proxy.snapshot.definition;
    if (rateLimit !== null) await this.rates.count(proxy.proxyId, principal.credential.id, rateLimit.perMinute);
    return {
      proxy,
      identity: { principal, accountId },
      caller,
      target,
      scopes,
      path,
      query: target.query,
    };
  }
}

interface Routed {
  readonly scopes: readonly string[];
  readonly path: string;
}

function routed(
  { method, headers }: FastifyRequest,
  target: GatewayTarget,
  { proxy, rules, ownSegments }: ServedAt,
): Routed {
  const decision = rules.decide(method, target, ownSegments);
  if (decision === null) throw routeNotAllowed();
  if (isLoop(headers, proxy.proxyId)) throw upstreamLoop();
  const kept = proxy.snapshot.definition.stripPrefix ? target.raw.slice(ownSegments) : target.raw;
  const path = `/${kept.join('/')}${target.endsInSlash && kept.length > 0 ? '/' : ''}`;
  return { scopes: decision.scopes, path };
}

/** RFC 9112 §3.2. Node takes the first one and does not report the others. */
function requireOneHost(rawHeaders: readonly string[]): void {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2)
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') count++;
  if (count > 1) throw invalidRequest({ detail: 'Send exactly one Host header.' });
}
