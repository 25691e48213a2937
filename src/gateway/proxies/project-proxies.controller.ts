import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiTags } from '@nestjs/swagger';
import { AccountCall, CurrentAccountId, CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { TakesLateBody } from '../../shared/protocol/late-body.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { ImportProxyRequest } from './dto/import-proxy.request.js';
import { ProxyFilter, ProxyRequest } from './dto/proxy.request.js';
import { ProxyProposalResponse, proxyProposalResponse } from './dto/proposal.response.js';
import { ProxyPageResponse, ProxyResponse, proxyResponse } from './dto/proxy.response.js';
import { ProxyAdministration } from './administration/proxy-administration.js';
import { requestedDefinition } from './administration/proxy-definition.js';
import { DOCUMENT_LIMIT, DocumentReading, DocumentThreads } from './import/document-reading.js';
import { ProxyImport } from './import/proxy-import.js';
import { ProxyListing } from './administration/proxy-listing.js';
import { RULES_BODY } from './rules/rules-body.js';
import { ServedRevisions } from './deployments/served-revisions.js';

/** The proxies of a project. */
@ApiTags('proxies')
@AccountCall()
@Controller('projects/:id/proxies')
export class ProjectProxiesController {
  constructor(
    private readonly listing: ProxyListing,
    private readonly administration: ProxyAdministration,
    private readonly imports: ProxyImport,
    private readonly documents: DocumentThreads,
    private readonly served: ServedRevisions,
  ) {}

  /** List the proxies of a project, newest first. */
  @Get()
  @RequireScopes('proxies:read')
  async list(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Query() filter: ProxyFilter,
  ): Promise<ProxyPageResponse> {
    const page = await this.listing.page({ siteId, accountId }, id, filter);
    const served = await this.served.of(page.items);
    const items = page.items.map((proxy) => proxyResponse(proxy, served.get(proxy.id) ?? null));
    return { items, nextCursor: page.nextCursor };
  }

  /** Create a proxy. It serves nothing until it is deployed. */
  @Post()
  @TakesIdempotencyKey()
  @TakesLateBody(RULES_BODY)
  @RequireScopes('proxies:write')
  async create(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Body() request: ProxyRequest,
  ): Promise<ProxyResponse> {
    return proxyResponse(await this.administration.create(actor, accountId, id, requestedDefinition(request)), null);
  }

  /** Propose a proxy for an API that an OpenAPI document describes: its routes and their scopes. Nothing is saved. */
  @Post('import')
  @TakesLateBody({ bytes: DOCUMENT_LIMIT, values: null })
  @UseGuards(DocumentReading)
  @RequireScopes('proxies:write')
  @HttpCode(200)
  async import(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Body() request: ImportProxyRequest,
    @Req() { raw }: FastifyRequest,
  ): Promise<ProxyProposalResponse> {
    return proxyProposalResponse(
      await this.imports.propose({ siteId, accountId }, id, request, this.documents.of(raw)),
    );
  }
}
