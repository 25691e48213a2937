import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyPrincipal, CurrentPrincipal } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { ScopePageResponse } from './dto/scope.response.js';
import { RoleListing } from './role-listing.js';

/** What can be asked for, and what one holds. */
@ApiTags('scopes')
@Controller('scopes')
export class ScopesController {
  constructor(private readonly listing: RoleListing) {}

  /** List every scope of the site: what it means, which roles give it, and whether you hold it. */
  @Get()
  @AnyPrincipal()
  async list(@CurrentPrincipal() principal: Principal): Promise<ScopePageResponse> {
    return { items: await this.listing.scopes(principal), nextCursor: null };
  }
}
