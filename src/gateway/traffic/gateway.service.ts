import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayChecks } from './gateway-checks.js';
import { GatewayServer } from './gateway-server.js';
import { OpenExchange } from './exchanges/open-exchange.js';
import { OpenExchanges } from './exchanges/open-exchanges.js';
import { endsLater, hasBody, requireNoContent } from './exchanges/request-body.js';
import { UpstreamCalls } from './calls/upstream-calls.service.js';
import { WebSockets } from './exchanges/websocket.js';

/** A request through the gateway, from its arrival to its answer. */
@Injectable()
export class Gateway {
  constructor(
    private readonly checks: GatewayChecks,
    private readonly calls: UpstreamCalls,
    private readonly server: GatewayServer,
    private readonly webSockets: WebSockets,
    private readonly exchanges: OpenExchanges,
  ) {}

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const allowed = await this.checks.check(request, reply);
      const call = await this.calls.of(request, allowed);
      this.exchanges.add(new OpenExchange(request, reply, allowed, call));
      if (request.headers.expect !== undefined) reply.raw.writeContinue();
      if (this.webSockets.isAskedFor(request)) await this.webSockets.join(request, reply, call);
      else {
        if (endsLater(request.raw)) await requireNoContent(request.raw, call);
        await this.server.send(request, reply, call);
      }
    } catch (error) {
      // Nobody knows where an unread body ends, so the connection can't be used again.
      if (hasBody(request.raw) && !request.raw.complete) void reply.header('connection', 'close');
      throw error;
    }
  }
}
