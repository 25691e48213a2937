import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../shared/paging.js';
import { CurrentPrincipal, PinnedMay, RequireScopes } from '../../shared/authz/access.js';
import type { Principal } from '../../shared/authz/principal.js';
import { ConnectionAdministration } from './administration/connection-administration.js';
import { ConnectionNamePageResponse } from './dto/connection-name.response.js';

/** The names of the site's connections, for users who choose one of them but may not see where it leads. */
@ApiTags('connections')
@Controller('connections/names')
export class ConnectionNamesController {
  constructor(private readonly connections: ConnectionAdministration) {}

  /** List the names of the connections that a proxy can use, newest first. */
  @Get()
  @RequireScopes('proxies:read')
  @PinnedMay()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ConnectionNamePageResponse> {
    const page = await this.connections.list(principal, query);
    return { items: page.items.map(({ id, name }) => ({ id, name })), nextCursor: page.nextCursor };
  }
}
