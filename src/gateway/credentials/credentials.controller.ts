import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageQuery } from '../../shared/paging.js';
import { CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Secret } from '../../shared/crypto/secret.js';
import { entityTag } from '../../shared/protocol/entity-tag.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { CredentialAdministration } from './administration/credential-administration.js';
import { settingsOf } from './administration/credential-settings.js';
import { CreateCredentialRequest, ReplaceCredentialRequest } from './dto/credential.request.js';
import { CredentialPageResponse, CredentialResponse, credentialResponse } from './dto/credential.response.js';

/** The credentials that the site shows to its upstreams. */
@ApiTags('credentials')
@Controller('credentials')
export class CredentialsController {
  constructor(private readonly credentials: CredentialAdministration) {}

  /** List the credentials of the site, newest first. */
  @Get()
  @RequireScopes('security:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<CredentialPageResponse> {
    const page = await this.credentials.list(principal, query);
    return { items: page.items.map(credentialResponse), nextCursor: page.nextCursor };
  }

  /** Add a credential for an upstream. Its secret is sealed, and no answer ever contains it. */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('security:write')
  async create(@CurrentActor() actor: Actor, @Body() request: CreateCredentialRequest): Promise<CredentialResponse> {
    const { name, origins = null } = request;
    const wanted = { name, settings: settingsOf(request), secret: new Secret(request.secret), origins };
    return credentialResponse(await this.credentials.create(actor, wanted));
  }

  /** Get a credential, without its secret. */
  @Get(':id')
  @RequireScopes('security:read')
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CredentialResponse> {
    const credential = await this.credentials.read(principal, id);
    void reply.header('etag', entityTag(credential.version));
    return credentialResponse(credential);
  }

  /** Change a credential. Connections that use it switch to the new one. */
  @Put(':id')
  @RequireScopes('security:write')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: ReplaceCredentialRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<CredentialResponse> {
    const secret = typeof request.secret === 'string' ? new Secret(request.secret) : null;
    const wanted = { name: request.name, settings: settingsOf(request), secret, origins: request.origins ?? null };
    return credentialResponse(await this.credentials.replace(actor, id, wanted, ifMatch));
  }

  /** Delete a credential that no connection uses. */
  @Delete(':id')
  @RequireScopes('security:write')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.credentials.delete(actor, id);
  }
}
