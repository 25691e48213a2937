import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../http/paging.js';
import { AnyPrincipal, CurrentPrincipal, RequireScopes } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { SiteChanges } from '../sites/site-changes.js';
import { Sites } from '../sites/sites.service.js';
import { PolicyPreviewResponse, policyPreviewResponse } from './dto/policy-preview.response.js';
import { SitePolicyRequest } from './dto/site-policy.request.js';
import { SiteOwnerRequest } from './dto/site-owner.request.js';
import { SiteResponse, siteResponse } from './dto/site.response.js';
import { UpdateSiteRequest } from './dto/update-site.request.js';
import { HandOverSite } from './hand-over-site.js';
import { PolicyPreview } from './policy-preview.js';

/** The site itself: its name, its policy, whose it is. */
@ApiTags('Site')
@Controller('admin/site')
export class SiteController {
  constructor(
    private readonly sites: Sites,
    private readonly changes: SiteChanges,
    private readonly preview: PolicyPreview,
    private readonly handover: HandOverSite,
  ) {}

  /** See the site: its name, its owner, and what it asks of its tokens. */
  @Get()
  @RequireScopes('site:write')
  async readSite(@CurrentPrincipal() { siteId }: Principal): Promise<SiteResponse> {
    return siteResponse(await this.sites.read(siteId));
  }

  /**
   * Rename the site, or change what it asks of its tokens. A policy holds for live tokens too, from the moment this is
   * answered: see the preview first.
   */
  @Patch()
  @RequireScopes('site:write')
  async updateSite(@CurrentActor() actor: Actor, @Body() request: UpdateSiteRequest): Promise<SiteResponse> {
    return siteResponse(await this.changes.update(actor, request));
  }

  /**
   * See which tokens would stop at this moment if the policy were changed so, and do not stop now. It changes nothing. A rule
   * that is left out stays as it is.
   */
  @Post('policy/preview')
  @HttpCode(200)
  @RequireScopes('site:write')
  async previewPolicy(
    @CurrentPrincipal() { siteId }: Principal,
    @Body() change: SitePolicyRequest,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<PolicyPreviewResponse> {
    return policyPreviewResponse(await this.preview.of(siteId, change, { limit, cursor }));
  }

  /**
   * Hand the site over to another person, or say that it shall have no owner. Only its owner can, or while it has none an
   * administrator: from a session with a sign-in or a confirmed password within the last 15 minutes, or with a token that
   * holds `site:write` and is not narrowed.
   */
  @Put('owner')
  @AnyPrincipal()
  async handOverSite(@CurrentActor() actor: Actor, @Body() { userId }: SiteOwnerRequest): Promise<SiteResponse> {
    return siteResponse(await this.handover.to(actor, userId?.toLowerCase() ?? null));
  }
}
