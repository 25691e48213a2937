import { IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsScopeList } from '../../shared/validation/lists.decorator.js';
import { IsTimeOrNull } from '../../shared/validation/time.decorator.js';

const WEEK_SECONDS = 604_800;

export class RotateServiceAccountTokenRequest {
  /**
   * How many seconds the old value keeps working: at most a week, and never beyond its own expiry. The default, 0, ends it at
   * once.
   * @example 3600
   */
  @ValidateIf((request: RotateServiceAccountTokenRequest) => request.graceSeconds !== undefined)
  @IsInt()
  @Min(0)
  @Max(WEEK_SECONDS)
  graceSeconds?: number;

  /**
   * A new expiry (RFC 3339), or null for never. If left out, the expiry stays.
   * @example "2027-12-31T00:00:00Z"
   */
  @IsOptional()
  @IsTimeOrNull()
  expiresAt?: string | null;
}

export class RotateTokenRequest extends RotateServiceAccountTokenRequest {
  /**
   * What the token may do from now on, within what you may do; null means everything that your roles allow. If left out, the
   * scopes stay. The new owner of an inherited token uses this, signed in, to lift its ceiling.
   * @example ["projects:read"]
   */
  @IsOptional()
  @IsScopeList()
  scopes?: string[] | null;
}
