import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyPrincipal, CurrentPrincipal, InheritedMay, PinnedMay } from '../../../shared/authz/access.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { ScopePageResponse } from '../dto/scope.response.js';
import { RoleListing } from './role-listing.js';

/** The scopes that a caller can ask for, and those that it holds. */
@ApiTags('scopes')
@Controller('scopes')
export class ScopesController {
  constructor(private readonly listing: RoleListing) {}

  /** List every scope of the site: what it means, which roles give it, and whether you hold it. */
  @Get()
  @AnyPrincipal()
  @PinnedMay()
  @InheritedMay()
  async list(@CurrentPrincipal() principal: Principal): Promise<ScopePageResponse> {
    return { items: await this.listing.scopes(principal), nextCursor: null };
  }
}
