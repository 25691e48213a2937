import { IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsTimeOrNull } from '../../shared/validation/time.decorator.js';

const WEEK_SECONDS = 604_800;

export class RotateTokenRequest {
  /**
   * For how many seconds the old value goes on working, at most a week. 0, the default, ends it at once.
   * @example 3600
   */
  @ValidateIf((request: RotateTokenRequest) => request.graceSeconds !== undefined)
  @IsInt()
  @Min(0)
  @Max(WEEK_SECONDS)
  graceSeconds?: number;

  /**
   * A new expiry (RFC 3339), or null for never. Left out: the expiry stays.
   * @example "2027-12-31T00:00:00Z"
   */
  @IsOptional()
  @IsTimeOrNull()
  expiresAt?: string | null;
}
