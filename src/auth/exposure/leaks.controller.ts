import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../shared/authz/access.js';
import { CurrentRequest, type RequestContext } from '../../shared/authz/actor.js';
import { LeakLimits } from '../limits/leak-limits.service.js';
import { CredentialExposure } from './credential-exposure.service.js';
import { ReportLeaksRequest } from './dto/report-leaks.request.js';

/** Credentials found where they should not be. */
@ApiTags('leaks')
@Controller('leaks')
export class LeaksController {
  constructor(
    private readonly limits: LeakLimits,
    private readonly exposure: CredentialExposure,
  ) {}

  /** Report found credentials: each live one is revoked and its owner told. The answer never says which were. */
  @Public()
  @Post()
  @HttpCode(202)
  async reportLeaks(@CurrentRequest() context: RequestContext, @Body() request: ReportLeaksRequest): Promise<void> {
    await this.limits.require(context.address);
    await this.exposure.revoke(request.credentials, 'leaked', context);
  }
}
