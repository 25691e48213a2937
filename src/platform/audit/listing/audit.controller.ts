import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, RequireScopes } from '../../../shared/authz/access.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { timeOf } from '../../../shared/validation/time.decorator.js';
import { AuditListing } from './audit-listing.js';
import { AuditPageResponse, auditEventResponse } from '../dto/audit-event.response.js';
import { AuditFilter } from '../dto/audit-filter.js';

/** Who did what, when and from where. */
@ApiTags('audit')
@Controller('admin/audit')
export class AuditController {
  constructor(private readonly listing: AuditListing) {}

  /** List the events of the site, newest first: every authentication and every change. */
  @Get()
  @RequireScopes('audit:read')
  async list(@CurrentPrincipal() principal: Principal, @Query() filter: AuditFilter): Promise<AuditPageResponse> {
    const { limit, cursor, actor, subject, action } = filter;
    const from = filter.from === undefined ? null : timeOf(filter.from);
    const to = filter.to === undefined ? null : timeOf(filter.to);
    const search = { limit, cursor, actor, subject, action, from, to };
    const page = await this.listing.page(principal.siteId, search);
    return { items: page.items.map(auditEventResponse), nextCursor: page.nextCursor };
  }
}
