import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../http/paging.js';
import { CurrentPrincipal, RequireScopes } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { ConnectionAdministration } from './connection-administration.js';
import { ConnectionNamePageResponse } from './dto/connection-name.response.js';

/** What the connections of the site are called, for who chooses one of them and is not told where it leads. */
@ApiTags('connections')
@Controller('connections/names')
export class ConnectionNamesController {
  constructor(private readonly connections: ConnectionAdministration) {}

  /** List the names of the connections that a proxy can lead to, newest first. */
  @Get()
  @RequireScopes('proxies:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ConnectionNamePageResponse> {
    const page = await this.connections.list(principal, query);
    return { items: page.items.map(({ id, name }) => ({ id, name })), nextCursor: page.nextCursor };
  }
}
