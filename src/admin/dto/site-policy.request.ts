import { IsBoolean, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsNetworkList } from '../../shared/validation/lists.decorator.js';

const SHORTEST_LIFETIME_SECONDS = 60;
const LONGEST_LIFETIME_SECONDS = 10 * 365 * 24 * 3600;
const MOST_DAYS = 3650;

/** Only the rules that are named change. */
export class SitePolicyRequest {
  /**
   * How long a token lives at most, from its making or its last rotation, in seconds: a minute to 10 years; null for no bound.
   * @example 7776000
   */
  @IsOptional()
  @IsInt()
  @Min(SHORTEST_LIFETIME_SECONDS)
  @Max(LONGEST_LIFETIME_SECONDS)
  maxLifetimeSeconds?: number | null;

  /**
   * Whether tokens may be without an expiry.
   * @example false
   */
  @ValidateIf((request: SitePolicyRequest) => request.allowNeverExpire !== undefined)
  @IsBoolean()
  allowNeverExpire?: boolean;

  /**
   * The networks that tokens may be used from, besides what each says itself; null for anywhere.
   * @example ["203.0.113.0/24"]
   */
  @IsOptional()
  @IsNetworkList()
  allowedNetworks?: string[] | null;

  /**
   * A token stops when it was not used for so many days; null for never.
   * @example 90
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  revokeUnusedAfterDays?: number | null;

  /**
   * A token that came from another user stops unless it is rotated within so many days; null for never.
   * @example 30
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  rotateInheritedWithinDays?: number | null;
}
