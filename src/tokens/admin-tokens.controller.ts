import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, RequireScopes } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { timeOrNull } from '../shared/validation/time.decorator.js';
import { AdminTokenFilter } from './dto/admin-token-filter.js';
import { AdminTokenPageResponse, adminTokenResponse } from './dto/admin-token.response.js';
import { careSearchOf } from './dto/care-filter.js';
import { CreateTokenRequest } from './dto/create-token.request.js';
import { IssuedTokenResponse, issuedResponse } from './dto/token.response.js';
import { PolicyStops } from './policy-stops.js';
import { ServiceAccountTokens } from './service-account-tokens.js';
import { SiteTokens } from './site-tokens.js';

/** The tokens of everybody in the site. */
@RequireScopes('tokens:admin')
@Controller('admin')
export class AdminTokensController {
  constructor(
    private readonly tokens: SiteTokens,
    private readonly accounts: ServiceAccountTokens,
    private readonly stops: PolicyStops,
  ) {}

  /** List the tokens of the site, newest first: those of people, of service accounts and of applications. */
  @Get('tokens')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() filter: AdminTokenFilter,
  ): Promise<AdminTokenPageResponse> {
    const { owner, ...rest } = filter;
    const search = { ...rest, ...careSearchOf(filter), ownerId: owner?.toLowerCase() };
    const moment = await this.stops.now(principal.siteId);
    const page = await this.tokens.list(principal.siteId, search, moment);
    return { items: page.items.map((each) => adminTokenResponse(each, moment)), nextCursor: page.nextCursor };
  }

  /** Create a token of a service account. Its value is in this answer and in no other. */
  @Post('users/:id/tokens')
  async createServiceAccountToken(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: CreateTokenRequest,
  ): Promise<IssuedTokenResponse> {
    const wanted = { ...request, expiresAt: timeOrNull(request.expiresAt) };
    const moment = await this.stops.now(actor.principal.siteId);
    return issuedResponse(await this.accounts.create(actor, id, wanted), moment);
  }
}
