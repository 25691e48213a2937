import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, MakesCredentials, RequireScopes } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../shared/protocol/idempotency-key.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { timeOrNull } from '../shared/validation/time.decorator.js';
import { AdminTokenFilter } from './dto/admin-token-filter.js';
import { AdminTokenPageResponse, adminTokenResponse } from './dto/admin-token.response.js';
import { attentionSearchOf } from './dto/attention-filter.js';
import { CreateTokenRequest } from './dto/create-token.request.js';
import { IssuedTokenResponse, issuedResponse } from './dto/token.response.js';
import { PolicySnapshots } from './policy/policy-violations.js';
import { ServiceAccountTokenRotation } from './service-accounts/service-account-token-rotation.js';
import { ServiceAccountTokens } from './service-accounts/service-account-tokens.js';
import { SiteTokens } from './listing/site-tokens.js';
import { RotateServiceAccountTokenRequest } from './dto/rotate-token.request.js';

/** The tokens of all users of the site. */
@RequireScopes('tokens:admin')
@Controller('admin')
export class AdminTokensController {
  constructor(
    private readonly tokens: SiteTokens,
    private readonly accounts: ServiceAccountTokens,
    private readonly rotation: ServiceAccountTokenRotation,
    private readonly policy: PolicySnapshots,
  ) {}

  /** List the tokens of the site, newest first: those of people, of service accounts and of applications. */
  @Get('tokens')
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() filter: AdminTokenFilter,
  ): Promise<AdminTokenPageResponse> {
    const { owner, ...rest } = filter;
    const search = { ...rest, ...attentionSearchOf(filter), ownerId: owner };
    const snapshot = await this.policy.now(principal.siteId);
    const page = await this.tokens.list(principal.siteId, search, snapshot);
    return { items: page.items.map((each) => adminTokenResponse(each, snapshot)), nextCursor: page.nextCursor };
  }

  /** Create a token for a service account. Its value is only shown in this answer. */
  @Post('users/:id/tokens')
  @MakesCredentials()
  @TakesIdempotencyKey()
  async createServiceAccountToken(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: CreateTokenRequest,
  ): Promise<IssuedTokenResponse> {
    const wanted = { ...request, expiresAt: timeOrNull(request.expiresAt) };
    const snapshot = await this.policy.now(actor.principal.siteId);
    return issuedResponse(await this.accounts.create(actor, id, wanted), snapshot);
  }

  /** Give a token of a service account a new value. The old value works until the grace ends. */
  @Post('tokens/:id/rotate')
  @TakesIdempotencyKey()
  @MakesCredentials()
  @HttpCode(200)
  async rotateServiceAccountToken(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { graceSeconds = 0, expiresAt }: RotateServiceAccountTokenRequest,
  ): Promise<IssuedTokenResponse> {
    const snapshot = await this.policy.now(actor.principal.siteId);
    const wanted = { graceSeconds, expiresAt: expiresAt === undefined ? undefined : timeOrNull(expiresAt) };
    return issuedResponse(await this.rotation.rotate(actor, id, wanted), snapshot);
  }
}
