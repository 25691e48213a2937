import { Controller, Get, Query } from '@nestjs/common';
import { CurrentPrincipal, RequireScopes } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { timeOf } from '../shared/validation/time.decorator.js';
import { TokenFigures } from '../tokens/token-figures.service.js';
import { TokenFiguresResponse, tokenFiguresResponse } from './dto/token-figures.response.js';
import { VerificationRange } from './dto/verification-range.query.js';
import { VerificationsResponse, verificationsResponse } from './dto/verifications.response.js';
import { VerificationStatistics } from './verification-statistics.service.js';

/** Figures about the tokens of a site. */
@RequireScopes('tokens:admin')
@Controller('admin/statistics')
export class AdminStatisticsController {
  constructor(
    private readonly figures: TokenFigures,
    private readonly verifications: VerificationStatistics,
  ) {}

  /** Count the personal tokens of the site that work now, including those of service accounts. */
  @Get('tokens')
  async countSiteTokens(@CurrentPrincipal() { siteId }: Principal): Promise<TokenFiguresResponse> {
    return tokenFiguresResponse(await this.figures.of(siteId));
  }

  /** Count the verifications of the site's tokens, hour by hour. Counts are kept for 30 days. */
  @Get('verifications')
  async countVerifications(
    @CurrentPrincipal() { siteId }: Principal,
    @Query() { from, to }: VerificationRange,
  ): Promise<VerificationsResponse> {
    const counted = await this.verifications.within(siteId, {
      ...(from === undefined ? {} : { from: timeOf(from) }),
      ...(to === undefined ? {} : { to: timeOf(to) }),
    });
    return verificationsResponse(counted);
  }
}
