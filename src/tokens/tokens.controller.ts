import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyPrincipal, CurrentPrincipal } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { timeOrNull } from '../shared/validation/time.decorator.js';
import { careSearchOf } from './dto/care-filter.js';
import { CreateTokenRequest } from './dto/create-token.request.js';
import { RotateTokenRequest } from './dto/rotate-token.request.js';
import { TokenFilter } from './dto/token-filter.js';
import { TokenPageResponse } from './dto/token-page.response.js';
import { IssuedTokenResponse, issuedResponse, TokenResponse, tokenResponse } from './dto/token.response.js';
import { UpdateTokenRequest } from './dto/update-token.request.js';
import { PolicyStops } from './policy-stops.js';
import { TokenChanges } from './token-changes.js';
import { TokenListing } from './token-listing.js';
import { TokenRotation } from './token-rotation.js';
import { Tokens } from './tokens.service.js';
import type { Token } from './token.entity.js';
import { noCurrentToken } from './tokens.errors.js';

/** Your own tokens. */
@ApiTags('tokens')
@AnyPrincipal()
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly tokens: Tokens,
    private readonly listing: TokenListing,
    private readonly changes: TokenChanges,
    private readonly rotation: TokenRotation,
    private readonly stops: PolicyStops,
  ) {}

  /** List your tokens, newest first. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() filter: TokenFilter): Promise<TokenPageResponse> {
    const search = { ...filter, ...careSearchOf(filter), ownerId: principal.userId };
    const moment = await this.stops.now(principal.siteId);
    const page = await this.listing.page(principal.siteId, search, moment);
    return { items: page.items.map((token) => tokenResponse(token, moment)), nextCursor: page.nextCursor };
  }

  /** Create a personal access token. Its value is in this answer and in no other. */
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() request: CreateTokenRequest): Promise<IssuedTokenResponse> {
    const moment = await this.stops.now(actor.principal.siteId);
    const expiresAt = timeOrNull(request.expiresAt);
    return issuedResponse(await this.tokens.create(actor, { ...request, expiresAt }), moment);
  }

  /** Give the token that makes this call a new value. */
  @Post('current/rotate')
  @HttpCode(200)
  async rotateCurrent(@CurrentActor() actor: Actor, @Body() request: RotateTokenRequest): Promise<IssuedTokenResponse> {
    const { credential } = actor.principal;
    if (credential.kind !== 'personal' && credential.kind !== 'application') throw noCurrentToken();
    return this.rotate(actor, credential.id, request);
  }

  /** See one of your tokens. */
  @Get(':id')
  async read(@CurrentPrincipal() principal: Principal, @Param('id', IdPipe) id: string): Promise<TokenResponse> {
    return this.#shown(await this.tokens.read(principal, id));
  }

  /** Rename a token, or change what it may do within what you may do. */
  @Patch(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateTokenRequest,
  ): Promise<TokenResponse> {
    return this.#shown(await this.changes.update(actor, id, request));
  }

  /** Revoke a token. It is refused from the moment this is answered. */
  @Delete(':id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.changes.revoke(actor, id);
  }

  /** Give a token a new value; the old one works for the grace and no longer. */
  @Post(':id/rotate')
  @HttpCode(200)
  async rotate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: RotateTokenRequest,
  ): Promise<IssuedTokenResponse> {
    const moment = await this.stops.now(actor.principal.siteId);
    const expiresAt = request.expiresAt === undefined ? undefined : timeOrNull(request.expiresAt);
    const { graceSeconds = 0, scopes } = request;
    return issuedResponse(await this.rotation.rotate(actor, id, { graceSeconds, expiresAt, scopes }), moment);
  }

  async #shown(token: Token): Promise<TokenResponse> {
    return tokenResponse(token, await this.stops.now(token.siteId));
  }
}
