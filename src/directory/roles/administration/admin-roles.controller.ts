import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageQuery } from '../../../shared/paging.js';
import { CurrentPrincipal, RequireScopes } from '../../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../../shared/authz/actor.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { TakesIdempotencyKey } from '../../../shared/protocol/idempotency-key.js';
import { CreateRoleRequest, ReplaceRoleRequest } from '../dto/role.request.js';
import { RolePageResponse, RoleResponse, roleResponse } from '../dto/role.response.js';
import { RoleAdministration } from './role-administration.js';
import { roleTag } from './role-factory.js';
import { RoleListing } from './role-listing.js';

/** The roles of the site. */
@ApiTags('roles')
@Controller('admin/roles')
export class AdminRolesController {
  constructor(
    private readonly listing: RoleListing,
    private readonly administration: RoleAdministration,
  ) {}

  /** List the roles of the site by name, including the built-in roles. */
  @Get()
  @RequireScopes('roles:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<RolePageResponse> {
    const page = await this.listing.page(principal.siteId, query);
    return { items: page.items.map(roleResponse), nextCursor: page.nextCursor };
  }

  /**
   * Create a role. It can give no scope that you don't hold, and only an administrator can introduce a new scope with it. A
   * session needs a sign-in or a confirmed password within the last 15 minutes.
   */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('roles:write')
  async create(@CurrentActor() actor: Actor, @Body() request: CreateRoleRequest): Promise<RoleResponse> {
    return roleResponse(await this.administration.create(actor, request.name, request));
  }

  /** See a role. */
  @Get(':name')
  @RequireScopes('roles:read')
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleResponse> {
    const role = await this.listing.read(principal.siteId, name);
    void reply.header('etag', roleTag(role));
    return roleResponse(role);
  }

  /**
   * Change a role. Its holders gain and lose scopes at once. To add scopes, a session needs a sign-in or a confirmed password
   * within the last 15 minutes.
   */
  @Put(':name')
  @RequireScopes('roles:write')
  async replace(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Body() request: ReplaceRoleRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<RoleResponse> {
    if (request.name !== undefined && request.name !== name) {
      throw validationFailed({ errors: [{ path: 'name', message: 'must be the name in the path: a role keeps it' }] });
    }
    return roleResponse(await this.administration.replace(actor, name, request, ifMatch));
  }

  /** Delete a role that nobody holds. */
  @Delete(':name')
  @RequireScopes('roles:write')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @Param('name') name: string): Promise<void> {
    await this.administration.delete(actor, name);
  }
}
