import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../shared/paging.js';
import { AnyPrincipal, ChangesCredentials, CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { SiteChanges } from '../../directory/sites/site-changes.js';
import { Sites } from '../../directory/sites/sites.service.js';
import { PolicyPreviewResponse, policyPreviewResponse } from './dto/policy-preview.response.js';
import { SitePolicyRequest } from './dto/site-policy.request.js';
import { SiteOwnerRequest } from './dto/site-owner.request.js';
import { SiteResponse, siteResponse } from './dto/site.response.js';
import { UpdateSiteRequest } from './dto/update-site.request.js';
import { HandOverSite } from './hand-over-site.js';
import { PolicyPreview } from './policy-preview.js';

/** The site itself: its name, its policy and its owner. */
@ApiTags('Site')
@Controller('admin/site')
export class SiteController {
  constructor(
    private readonly sites: Sites,
    private readonly changes: SiteChanges,
    private readonly preview: PolicyPreview,
    private readonly handover: HandOverSite,
  ) {}

  /** Get the site: its name, its owner and its policy for tokens. */
  @Get()
  @RequireScopes('site:write')
  async readSite(@CurrentPrincipal() { siteId }: Principal): Promise<SiteResponse> {
    return siteResponse(await this.sites.read(siteId));
  }

  /**
   * Rename the site, or change its policy. A policy applies to live tokens too, from the moment of the answer: look at the
   * preview first.
   */
  @Patch()
  @ChangesCredentials()
  @RequireScopes('site:write')
  async updateSite(@CurrentActor() actor: Actor, @Body() request: UpdateSiteRequest): Promise<SiteResponse> {
    return siteResponse(await this.changes.update(actor, request));
  }

  /**
   * Preview a policy: list the tokens that work now and would stop. Nothing changes. Rules that you leave out stay as they are.
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
   * Hand the site over to another person, or leave it without an owner. Only the owner can do this or, while there is none, an
   * administrator: from a session with a sign-in or a confirmed password within the last 15 minutes, or with a token that holds
   * `site:write` and is not narrowed.
   */
  @Put('owner')
  @AnyPrincipal()
  async handOverSite(@CurrentActor() actor: Actor, @Body() { userId }: SiteOwnerRequest): Promise<SiteResponse> {
    return siteResponse(await this.handover.to(actor, userId));
  }
}
