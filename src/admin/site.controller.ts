import { Body, Controller, Get, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyPrincipal, CurrentPrincipal, RequireScopes } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { SiteChanges } from '../sites/site-changes.js';
import { Sites } from '../sites/sites.service.js';
import { SiteOwnerRequest } from './dto/site-owner.request.js';
import { SiteResponse, siteResponse } from './dto/site.response.js';
import { UpdateSiteRequest } from './dto/update-site.request.js';
import { HandOverSite } from './hand-over-site.js';

/** The site itself: its name, its policy, whose it is. */
@ApiTags('Site')
@Controller('admin/site')
export class SiteController {
  constructor(
    private readonly sites: Sites,
    private readonly changes: SiteChanges,
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
