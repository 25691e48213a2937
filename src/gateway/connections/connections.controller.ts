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
import { ConnectionAdministration } from './administration/connection-administration.js';
import type { WantedConnection } from './administration/connection-factory.js';
import { ConnectionRequest } from './dto/connection.request.js';
import { ConnectionPageResponse, ConnectionResponse, connectionResponse } from './dto/connection.response.js';

/** How the upstreams of the site are reached. */
@ApiTags('connections')
@Controller('connections')
export class ConnectionsController {
  constructor(private readonly connections: ConnectionAdministration) {}

  /** List the connections of the site, newest first. */
  @Get()
  @RequireScopes('security:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ConnectionPageResponse> {
    const page = await this.connections.list(principal, query);
    return { items: page.items.map(connectionResponse), nextCursor: page.nextCursor };
  }

  /** Add a connection to an upstream. */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('security:write')
  async create(@CurrentActor() actor: Actor, @Body() request: ConnectionRequest): Promise<ConnectionResponse> {
    return connectionResponse(await this.connections.create(actor, wanted(request)));
  }

  /** Get a connection. */
  @Get(':id')
  @RequireScopes('security:read')
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConnectionResponse> {
    const connection = await this.connections.read(principal, id);
    void reply.header('etag', entityTag(connection.version));
    return connectionResponse(connection);
  }

  /** Change a connection. The proxies that use it follow it from then on. */
  @Put(':id')
  @RequireScopes('security:write')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: ConnectionRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ConnectionResponse> {
    return connectionResponse(await this.connections.replace(actor, id, wanted(request), ifMatch));
  }

  /** Delete a connection that no proxy uses. */
  @Delete(':id')
  @RequireScopes('security:write')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.connections.delete(actor, id);
  }
}

function wanted({ credentialSecret, ...connection }: ConnectionRequest): WantedConnection {
  return typeof credentialSecret === 'string'
    ? { ...connection, credentialSecret: new Secret(credentialSecret) }
    : connection;
}
