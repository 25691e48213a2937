import { IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsScopeList } from '../../shared/validation/lists.decorator.js';
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

  /**
   * What the token may do from now on, within what you may do; null for all that your roles give you. Left out: it stays as
   * it is. This is how the new owner, signed in, lifts the ceiling of an inherited token.
   * @example ["projects:read"]
   */
  @IsOptional()
  @IsScopeList()
  scopes?: string[] | null;
}
