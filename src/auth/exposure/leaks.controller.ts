import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../shared/authz/access.js';
import { CurrentRequest, type RequestContext } from '../../shared/authz/actor.js';
import { CredentialFinder } from '../../shared/exposure/credential-finder.js';
import { EMPTY_ANSWER_SCHEMA } from '../../shared/protocol/empty-answer.js';
import { LeakLimits } from '../../principals/limits/leak-limits.service.js';
import { CredentialExposure } from './credential-exposure.service.js';
import { ReportLeaksRequest } from './dto/report-leaks.request.js';

/** Credentials found where they should not be. */
@ApiTags('leaks')
@Controller('leaks')
export class LeaksController {
  constructor(
    private readonly limits: LeakLimits,
    private readonly exposure: CredentialExposure,
    private readonly finder: CredentialFinder,
  ) {}

  /**
   * Report credentials that were found, or text that contains them. Each live one is revoked and its owner notified. The answer
   * never says which were live.
   */
  @Public()
  @Post()
  @HttpCode(202)
  @ApiAcceptedResponse({ schema: EMPTY_ANSWER_SCHEMA })
  async reportLeaks(
    @CurrentRequest() context: RequestContext,
    @Body() request: ReportLeaksRequest,
  ): Promise<Record<string, never>> {
    await this.limits.require(context.address);
    const found = await this.finder.findInText(request.credentials.join('\n'));
    await this.exposure.revoke(found, 'leaked', context);
    return {};
  }
}
