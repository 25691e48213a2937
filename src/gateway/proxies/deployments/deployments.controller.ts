import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../../shared/paging.js';
import { AccountCall, CurrentAccountId, CurrentPrincipal, RequireScopes } from '../../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../../shared/authz/actor.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../../shared/validation/id.pipe.js';
import { DeployProxyRequest, DifferenceQuery } from '../dto/deploy.request.js';
import { ProxyResponse, proxyResponse } from '../dto/proxy.response.js';
import {
  differenceResponse,
  PendingChangesResponse,
  pendingChangesResponse,
  RevisionDifferenceResponse,
  RevisionPageResponse,
  RevisionResponse,
  revisionResponse,
} from '../dto/revision.response.js';
import { ProxyDeployment } from './proxy-deployment.js';
import { RevisionListing } from './revision-listing.js';

/** Which revision of a proxy is served. */
@ApiTags('proxies')
@AccountCall()
@Controller('proxies/:id')
export class DeploymentsController {
  constructor(
    private readonly deployment: ProxyDeployment,
    private readonly listing: RevisionListing,
  ) {}

  /**
   * Deploy a proxy as it is edited now, or an older revision again. Requests under way finish as they began. With If-Match, a
   * proxy that was edited since you looked at it is not deployed.
   */
  @Post('deploy')
  @TakesIdempotencyKey()
  @HttpCode(200)
  @RequireScopes('proxies:deploy')
  async deploy(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Body() request?: DeployProxyRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RevisionResponse> {
    const wanted = { accountId, id, number: request?.revision ?? undefined, ifMatch };
    const { proxy, revision } = await this.deployment.deploy(actor, wanted);
    return revisionResponse(revision, proxy);
  }

  /** Undeploy a proxy. From the moment of the answer, its path leads nowhere. */
  @Post('undeploy')
  @HttpCode(200)
  @RequireScopes('proxies:deploy')
  async undeploy(
    @CurrentActor() actor: Actor,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<ProxyResponse> {
    return proxyResponse(await this.deployment.undeploy(actor, accountId, id), null);
  }

  /** List the revisions of a proxy that were deployed, newest first. */
  @Get('revisions')
  @RequireScopes('proxies:deploy')
  async revisions(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<RevisionPageResponse> {
    const { proxy, page } = await this.listing.page({ siteId, accountId }, id, query);
    return { items: page.items.map((revision) => revisionResponse(revision, proxy)), nextCursor: page.nextCursor };
  }

  /** Show what deploying a proxy as it is edited now would change. */
  @Get('changes')
  @RequireScopes('proxies:read')
  async changes(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<PendingChangesResponse> {
    return pendingChangesResponse(await this.listing.pending({ siteId, accountId }, id));
  }

  /** Show what changed between a revision and another one. */
  @Get('revisions/:revision/diff')
  @RequireScopes('proxies:deploy')
  async difference(
    @CurrentPrincipal() { siteId }: Principal,
    @CurrentAccountId() accountId: string,
    @Param('id', IdPipe) id: string,
    @Param('revision') revision: string,
    @Query() { against = Number(revision) - 1 }: DifferenceQuery,
  ): Promise<RevisionDifferenceResponse> {
    const changes = await this.listing.difference({ siteId, accountId }, id, { from: against, to: revision });
    return differenceResponse(Number(revision), against, changes);
  }
}
