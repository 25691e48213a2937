import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { CreateUser } from './create-user.js';
import { CreateUserRequest } from './dto/create-user.request.js';
import { UpdateUserRequest } from './dto/update-user.request.js';
import { UserFilterQuery } from './dto/user-filter.query.js';
import {
  CreatedUserResponse,
  createdUserResponse,
  InvitationResponse,
  invitationResponse,
  UserPageResponse,
  UserResponse,
  userResponse,
} from './dto/user.response.js';
import { InviteUser } from './invite-user.js';
import { SuspendUser } from './suspend-user.js';
import { UpdateUser } from './update-user.js';
import { UserListing } from './user-listing.js';

/** The people and the service accounts of the site. */
@Controller('admin/users')
export class AdminUsersController {
  constructor(
    private readonly users: UserListing,
    private readonly creation: CreateUser,
    private readonly changes: UpdateUser,
    private readonly suspension: SuspendUser,
    private readonly invitations: InviteUser,
  ) {}

  /** List the users of the site, newest first. */
  @Get()
  @RequireScopes('users:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() filter: UserFilterQuery): Promise<UserPageResponse> {
    const page = await this.users.page(principal.siteId, filter);
    return { items: page.items.map(userResponse), nextCursor: page.nextCursor };
  }

  /**
   * Create a user. Only an administrator can give roles. In a session, creating a person or giving roles needs a sign-in or a
   * confirmed password within the last 15 minutes.
   */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('users:write')
  async create(@CurrentActor() actor: Actor, @Body() request: CreateUserRequest): Promise<CreatedUserResponse> {
    const { username, email = null, kind, roles, password = null } = request;
    const created = await this.creation.create(actor, { username, email, kind, roles: roles ?? [], password });
    return createdUserResponse(created.user, created.invitation);
  }

  /** Get a user. */
  @Get(':id')
  @RequireScopes('users:read')
  async read(@CurrentPrincipal() principal: Principal, @Param('id', IdPipe) id: string): Promise<UserResponse> {
    return userResponse(await this.users.read(principal.siteId, id));
  }

  /** Rename a user, or change their roles. The change of roles applies to their tokens at once. */
  @Patch(':id')
  @RequireScopes('users:write')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateUserRequest,
  ): Promise<UserResponse> {
    return userResponse(await this.changes.update(actor, id, request));
  }

  /** Suspend a user. Their sessions end, and their tokens and secrets are refused until they are resumed. */
  @Post(':id/suspend')
  @HttpCode(200)
  @RequireScopes('users:write')
  async suspend(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UserResponse> {
    return userResponse(await this.suspension.suspend(actor, id));
  }

  /** Resume a suspended user. Their tokens work again; their sessions stay ended. */
  @Post(':id/resume')
  @HttpCode(200)
  @RequireScopes('users:write')
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UserResponse> {
    return userResponse(await this.suspension.resume(actor, id));
  }

  /**
   * Make a new invitation link, which lets the person set a first or a new password. The previous link stops working. The owner
   * of the site gets none. In a session this needs a sign-in or a confirmed password within the last 15 minutes.
   */
  @Post(':id/invitation')
  @TakesIdempotencyKey()
  @RequireScopes('users:write')
  async invite(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<InvitationResponse> {
    return invitationResponse(await this.invitations.invite(actor, id));
  }
}
