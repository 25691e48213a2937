import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, RequireScopes } from '../../shared/authz/access.js';
import { type Actor, CurrentActor } from '../../shared/authz/actor.js';
import type { Principal } from '../../shared/authz/principal.js';
import { TakesIdempotencyKey } from '../../shared/protocol/idempotency-key.js';
import { IdPipe } from '../../shared/validation/id.pipe.js';
import { AccountAdministration } from './account-administration.js';
import { AccountFilter, CreateAccountRequest, UpdateAccountRequest } from './dto/account.request.js';
import { AccountPageResponse, AccountResponse, accountResponse } from './dto/account.response.js';

/** The customers or departments of a site. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountAdministration) {}

  /** List the accounts of the site, newest first. */
  @Get()
  @RequireScopes('accounts:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() filter: AccountFilter): Promise<AccountPageResponse> {
    const page = await this.accounts.list(principal, filter);
    return { items: page.items.map(accountResponse), nextCursor: page.nextCursor };
  }

  /** Create an account. */
  @Post()
  @TakesIdempotencyKey()
  @RequireScopes('accounts:write')
  async create(@CurrentActor() actor: Actor, @Body() request: CreateAccountRequest): Promise<AccountResponse> {
    const { name, description = null } = request;
    return accountResponse(await this.accounts.create(actor, { name, description }));
  }

  /** See an account. */
  @Get(':id')
  @RequireScopes('accounts:read')
  async read(@CurrentPrincipal() principal: Principal, @Param('id', IdPipe) id: string): Promise<AccountResponse> {
    return accountResponse(await this.accounts.read(principal, id));
  }

  /** Change the name or the description of an account. */
  @Patch(':id')
  @RequireScopes('accounts:write')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: UpdateAccountRequest,
  ): Promise<AccountResponse> {
    return accountResponse(await this.accounts.update(actor, id, request));
  }

  /** Suspend an account. From the moment of the answer, every token that is pinned to it is refused. */
  @Post(':id/suspend')
  @HttpCode(200)
  @RequireScopes('accounts:write')
  async suspend(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AccountResponse> {
    return accountResponse(await this.accounts.setStatus(actor, id, 'suspended'));
  }

  /** Resume an account. Its tokens work as before. */
  @Post(':id/resume')
  @HttpCode(200)
  @RequireScopes('accounts:write')
  async resume(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AccountResponse> {
    return accountResponse(await this.accounts.setStatus(actor, id, 'active'));
  }
}
