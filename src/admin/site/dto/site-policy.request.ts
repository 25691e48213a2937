import { IsBoolean, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsNetworkList } from '../../../shared/validation/lists.decorator.js';

const SHORTEST_LIFETIME_SECONDS = 60;
const LONGEST_LIFETIME_SECONDS = 10 * 365 * 24 * 3600;
const MOST_DAYS = 3650;
const MOST_LIVE_TOKENS = 1_000_000;

/** Only the rules that you send change. */
export class SitePolicyRequest {
  /**
   * The longest lifetime of a token, counted from its creation or last rotation, in seconds: from a minute to 10 years; null
   * means no limit.
   * @example 7776000
   */
  @IsOptional()
  @IsInt()
  @Min(SHORTEST_LIFETIME_SECONDS)
  @Max(LONGEST_LIFETIME_SECONDS)
  maxLifetimeSeconds?: number | null;

  /**
   * Whether a token may have no expiry.
   * @example false
   */
  @ValidateIf((request: SitePolicyRequest) => request.allowNeverExpire !== undefined)
  @IsBoolean()
  allowNeverExpire?: boolean;

  /**
   * The networks that tokens may be used from, in addition to each token's own restriction; null means anywhere.
   * @example ["203.0.113.0/24"]
   */
  @IsOptional()
  @IsNetworkList()
  allowedNetworks?: string[] | null;

  /**
   * A token stops when it has not been used for this many days; null means never.
   * @example 90
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  revokeUnusedAfterDays?: number | null;

  /**
   * A token that came from another user stops unless it is rotated within this many days; null means never.
   * @example 30
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  rotateInheritedWithinDays?: number | null;

  /**
   * How many live tokens each application and each user may have; null means 100,000. A further token is refused with 429
   * `too_many_tokens`; existing tokens keep working.
   * @example 1000
   */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_LIVE_TOKENS)
  maxLiveTokens?: number | null;
}
