import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';
import { Public } from '../../shared/authz/access.js';
import { CurrentRequest, type RequestContext } from '../../shared/authz/actor.js';
import { LeakLimits } from '../limits/leak-limits.service.js';
import { CredentialExposure } from './credential-exposure.service.js';

const MOST_CREDENTIALS = 1000;
const LONGEST_CREDENTIAL = 4096;

export class ReportLeaksRequest {
  /**
   * What was found. Anything that is no live credential of ours is passed over.
   * @example ["gth_pat_…"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CREDENTIALS)
  @IsString({ each: true })
  @MaxLength(LONGEST_CREDENTIAL, { each: true })
  credentials: string[];
}

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
