import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { DecimalDigits } from '../../../shared/validation/decimal.decorator.js';

const HIGHEST_REVISION = 2_147_483_647;

export class DeployProxyRequest {
  /**
   * The number of an older revision to deploy again. If left out, the proxy as it is edited now becomes a new revision.
   * @example null
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(HIGHEST_REVISION)
  revision?: number | null;
}

export class DifferenceQuery {
  /**
   * The number of the revision to compare with. The default is the previous one.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: HIGHEST_REVISION, required: false })
  @IsOptional()
  @DecimalDigits()
  @IsInt()
  @Min(1)
  @Max(HIGHEST_REVISION)
  against?: number;
}
