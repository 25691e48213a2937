import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const HIGHEST_REVISION = 2_147_483_647;

export class DeployProxyRequest {
  /**
   * The number of an older revision to deploy again; left out, the proxy as it is edited now becomes a new one.
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
   * The number of the revision to compare with; the one before when left out.
   * @example 1
   */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: HIGHEST_REVISION, required: false })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HIGHEST_REVISION)
  against?: number;
}
