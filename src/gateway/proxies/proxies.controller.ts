import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AccountCall, CurrentAccountId, CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { TakesLateBody } from '../../shared/protocol/late-body.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { ProxyRequest } from './dto/proxy.request.js';
import {
  ProxyDefinitionResponse,
  ProxyResponse,
  proxyDefinitionResponse,
  proxyResponse,
} from './dto/proxy.response.js';
import { ProxyAdministration } from './administration/proxy-administration.js';
import { definitionOf, proxyTag, requestedDefinition } from './administration/proxy-definition.js';
import { ProxyDeletion } from './administration/proxy-deletion.js';
import { ProxyListing } from './administration/proxy-listing.js';
import { RULES_BODY } from './rules/rules-body.js';
import { ServedRevisions } from './deployments/served-revisions.js';

/** A proxy as it is edited. */
@ApiTags('proxies')
@AccountCall()
@Controller('proxies')
export class ProxiesController {
  constructor(
    private readonly listing: ProxyListing,
    private readonly administration: ProxyAdministration,
    private readonly deletion: ProxyDeletion,
    private readonly served: ServedRevisions,
  ) {}

  /** Get a proxy as it is edited now. */
  @Get(':id')
  @RequireScopes('proxies:read')
  async read(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProxyResponse> {
    const proxy = await this.listing.read({ siteId, accountId }, id);
    void reply.header('etag', proxyTag(proxy));
    return proxyResponse(proxy, await this.served.ofOne(proxy));
  }

  /** Export a proxy in the form from which `POST {api}/projects/{id}/proxies` makes the same one. */
  @Get(':id/export')
  @RequireScopes('proxies:read')
  async export(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ProxyDefinitionResponse> {
    return proxyDefinitionResponse(definitionOf(await this.listing.read({ siteId, accountId }, id)));
  }

  /** Change a proxy. The deployed revision stays as it is until the next deployment. */
  @Put(':id')
  @TakesLateBody(RULES_BODY)
  @RequireScopes('proxies:write')
  async replace(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Body() request: ProxyRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProxyResponse> {
    const proxy = await this.administration.replace(actor, accountId, id, requestedDefinition(request), ifMatch);
    return proxyResponse(proxy, await this.served.ofOne(proxy));
  }

  /** Delete a proxy. If it is deployed, this needs `proxies:deploy` too. */
  @Delete(':id')
  @RequireScopes('proxies:write')
  @HttpCode(204)
  async delete(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.deletion.delete(actor, accountId, id);
  }
}
