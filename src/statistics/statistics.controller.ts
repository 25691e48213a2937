import { Controller, Get } from '@nestjs/common';
import { AnyPrincipal, CurrentPrincipal } from '../shared/authz/access.js';
import type { Principal } from '../shared/authz/principal.js';
import { TokenFigures } from '../tokens/token-figures.service.js';
import { TokenFiguresResponse, tokenFiguresResponse } from './dto/token-figures.response.js';

/** Figures about your own tokens. */
@AnyPrincipal()
@Controller('statistics')
export class StatisticsController {
  constructor(private readonly figures: TokenFigures) {}

  /** Count your personal tokens that work now, and those that need attention. */
  @Get('tokens')
  async countTokens(@CurrentPrincipal() { siteId, userId }: Principal): Promise<TokenFiguresResponse> {
    return tokenFiguresResponse(await this.figures.of(siteId, userId));
  }
}
