// Owns the data path of deployed proxies: which one serves a request, may it pass, and passing it on.
// Leaves to others: what is deployed (proxies), how an upstream is reached (connections), who is calling (auth).
import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { ProxiesModule } from '../proxies/proxies.module.js';
import { AddressRules } from './address-rules.js';
import { CurrentDeployments } from './current-deployments.service.js';
import { GatewayChecks } from './gateway-checks.js';
import { GatewayServer } from './gateway-server.js';
import { GatewayController } from './gateway.controller.js';
import { Gateway } from './gateway.service.js';
import { TokenRates } from './token-rates.js';
import { Upstreams } from './upstreams.service.js';
import { WebSockets } from './websocket.js';

@Module({
  imports: [ConnectionsModule, ProxiesModule],
  controllers: [GatewayController],
  providers: [
    AddressRules,
    CurrentDeployments,
    Gateway,
    GatewayChecks,
    GatewayServer,
    TokenRates,
    Upstreams,
    WebSockets,
  ],
})
export class GatewayModule {}
