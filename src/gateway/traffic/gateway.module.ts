// Owns the data path of deployed proxies: which one serves a request, whether the request may pass, and passing it on.
// Leaves to others: what is deployed (proxies), how an upstream is reached (connections), who is calling (principals).
import { Module } from '@nestjs/common';
import { PrincipalsModule } from '../../principals/principals.module.js';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ProxiesModule } from '../proxies/proxies.module.js';
import { AddressRules } from './upstreams/address-rules.js';
import { CurrentDeployments } from './deployments/current-deployments.service.js';
import { GatewayChecks } from './gateway-checks.js';
import { GatewayServer } from './gateway-server.js';
import { GatewayController } from './gateway.controller.js';
import { Gateway } from './gateway.service.js';
import { OpenExchanges } from './exchanges/open-exchanges.js';
import { TokenRates } from './token-rates.js';
import { UpstreamCalls } from './calls/upstream-calls.service.js';
import { UpstreamHeaders } from './calls/upstream-headers.service.js';
import { Upstreams } from './upstreams/upstreams.service.js';
import { WebSockets } from './exchanges/websocket.js';

@Module({
  imports: [ConnectionsModule, PrincipalsModule, ProxiesModule],
  controllers: [GatewayController],
  providers: [
    AddressRules,
    CurrentDeployments,
    Gateway,
    GatewayChecks,
    GatewayServer,
    OpenExchanges,
    TokenRates,
    UpstreamCalls,
    UpstreamHeaders,
    Upstreams,
    WebSockets,
  ],
})
export class GatewayModule {}
