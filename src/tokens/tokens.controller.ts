import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AnyPrincipal, CurrentPrincipal, InheritedMay, MakesCredentials, PinnedMay } from '../shared/authz/access.js';
import { type Actor, CurrentActor } from '../shared/authz/actor.js';
import type { Principal } from '../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../shared/protocol/idempotency-key.js';
import { IdPipe } from '../shared/validation/id.pipe.js';
import { timeOrNull } from '../shared/validation/time.decorator.js';
import { attentionSearchOf } from './dto/attention-filter.js';
import { CreateTokenRequest } from './dto/create-token.request.js';
import { RotateTokenRequest } from './dto/rotate-token.request.js';
import { TokenFilter } from './dto/token-filter.js';
import { TokenPageResponse } from './dto/token-page.response.js';
import { IssuedTokenResponse, issuedResponse, TokenResponse, tokenResponse } from './dto/token.response.js';
import { UpdateTokenRequest } from './dto/update-token.request.js';
import { PolicySnapshots } from './policy/policy-violations.js';
import { TokenChanges } from './changing/token-changes.js';
import { TokenListing } from './listing/token-listing.js';
import { TokenRotation } from './changing/token-rotation.js';
import { Tokens } from './tokens.service.js';
import type { Token } from './token.entity.js';
import { noCurrentToken } from './tokens.errors.js';
import { DescendantsQuery } from '../shared/authz/descendants.request.js';
import {
  DescendantsResponse,
  descendantsResponse,
  endedResponse,
  RevokedResponse,
} from '../shared/authz/descendants.response.js';

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
    private readonly policy: PolicySnapshots,
  ) {}

  /** List your tokens, newest first. */
  @Get()
  @PinnedMay()
  async list(@CurrentPrincipal() principal: Principal, @Query() filter: TokenFilter): Promise<TokenPageResponse> {
    // A pinned token sees those of its own account (contract §1).
    const accountId = principal.accountId ?? undefined;
    const search = { ...filter, ...attentionSearchOf(filter), ownerId: principal.userId, accountId };
    const snapshot = await this.policy.now(principal.siteId);
    const page = await this.listing.page(principal.siteId, search, snapshot);
    return {
      items: page.items.map(({ token, origin }) => tokenResponse(token, snapshot, origin)),
      nextCursor: page.nextCursor,
    };
  }

  /** Create a personal access token. Its value is only shown in this answer. */
  @Post()
  @PinnedMay()
  @MakesCredentials()
  @TakesIdempotencyKey()
  async create(@CurrentActor() actor: Actor, @Body() request: CreateTokenRequest): Promise<IssuedTokenResponse> {
    const snapshot = await this.policy.now(actor.principal.siteId);
    const expiresAt = timeOrNull(request.expiresAt);
    return issuedResponse(await this.tokens.create(actor, { ...request, expiresAt }), snapshot);
  }

  /** Give the token that makes this call a new value. */
  @Post('current/rotate')
  @PinnedMay()
  @MakesCredentials()
  @TakesIdempotencyKey()
  @HttpCode(200)
  async rotateCurrent(@CurrentActor() actor: Actor, @Body() request: RotateTokenRequest): Promise<IssuedTokenResponse> {
    const { credential } = actor.principal;
    if (credential.kind !== 'personal' && credential.kind !== 'application') throw noCurrentToken();
    return this.rotate(actor, credential.id, request);
  }

  /** Get one of your tokens. */
  @Get(':id')
  @PinnedMay('itself')
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

  /** Count your live credentials that the token made, directly or through other credentials. */
  @Get(':id/descendants')
  async countDescendants(
    @CurrentPrincipal() principal: Principal,
    @Param('id', IdPipe) id: string,
  ): Promise<DescendantsResponse> {
    return descendantsResponse(await this.changes.countDescendants(principal, id));
  }

  /** Revoke a token and, on request, everything that it made. They are refused from the moment of the answer. */
  @Delete(':id')
  @PinnedMay('itself')
  @InheritedMay('itself')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOkResponse({ type: RevokedResponse })
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { descendants }: DescendantsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevokedResponse | undefined> {
    return endedResponse(await this.changes.revoke(actor, id, descendants === 'true'), reply);
  }

  /** Give a token a new value. The old value works until the grace ends. */
  @Post(':id/rotate')
  @PinnedMay('itself')
  @MakesCredentials()
  @TakesIdempotencyKey()
  @HttpCode(200)
  async rotate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: RotateTokenRequest,
  ): Promise<IssuedTokenResponse> {
    const snapshot = await this.policy.now(actor.principal.siteId);
    const expiresAt = request.expiresAt === undefined ? undefined : timeOrNull(request.expiresAt);
    const { graceSeconds = 0, scopes } = request;
    return issuedResponse(await this.rotation.rotate(actor, id, { graceSeconds, expiresAt, scopes }), snapshot);
  }

  async #shown(token: Token): Promise<TokenResponse> {
    const origins = await this.listing.origins([token]);
    return tokenResponse(token, await this.policy.now(token.siteId), origins.get(token.id));
  }
}
