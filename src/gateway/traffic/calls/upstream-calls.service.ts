import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AllowedCall } from '../allowed-call.js';
import { bodyOf } from '../exchanges/request-body.js';
import { UpstreamCall } from './upstream-call.js';
import { UpstreamHeaders } from './upstream-headers.service.js';
import { upstreamQuery } from './upstream-query.js';
import { Upstreams } from '../upstreams/upstreams.service.js';

/** Turns a request that may pass into the one that its upstream receives. */
@Injectable()
export class UpstreamCalls {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly headers: UpstreamHeaders,
  ) {}

  /** @throws bodyTooLarge, invalidRequest, upstreamCredentialRefused, upstreamCredentialNotBound */
  async of(request: FastifyRequest, allowed: AllowedCall): Promise<UpstreamCall> {
    const { definition } = allowed.proxy.snapshot;
    const body = bodyOf(request.raw, definition.bodyLimitBytes);
    request.body = body ?? undefined;
    const upstream = await this.upstreams.of(allowed.proxy.siteId, definition.connectionId);
    const authorization = await upstream.authorization();
    const headers = this.headers.of(request, allowed, upstream, authorization);
    if (body !== null && request.headers['content-length'] !== undefined)
      headers['content-length'] = request.headers['content-length'];
    const path = upstream.basePath + allowed.path + upstreamQuery(allowed.query, authorization.parameter);
    const { timeoutMs } = definition;
    return new UpstreamCall({ upstream, path, headers, timeoutMs, authorization });
  }
}
