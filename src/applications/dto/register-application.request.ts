import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { IsScopeList } from '../../shared/validation/lists.decorator.js';
import { IsName } from '../../shared/validation/name.decorator.js';

export const DEFAULT_TOKEN_TTL_SECONDS = 14 * 24 * 3600;
const SHORTEST_TTL_SECONDS = 60;
const LONGEST_TTL_SECONDS = 365 * 24 * 3600;

export class RegisterApplicationRequest {
  /**
   * What you will recognise the application by.
   * @example "Order sync"
   */
  @IsName()
  name: string;

  /**
   * What it is for.
   * @example "Copies orders to the warehouse every hour"
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.description !== undefined)
  @IsString()
  @MaxLength(1000)
  description?: string;

  /**
   * The most that its tokens may do, within what you may do. Left out: all that your roles give you, now and later.
   * @example ["projects:read"]
   */
  @IsOptional()
  @IsScopeList()
  scopes?: string[] | null;

  /**
   * `opaque`, the default, or `jwt` (RFC 9068).
   * @example "opaque"
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.tokenFormat !== undefined)
  @IsIn(['opaque', 'jwt'])
  tokenFormat?: 'opaque' | 'jwt';

  /**
   * How long its tokens live, in seconds: a minute to 365 days; 14 days when left out.
   * @example 1209600
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.tokenTtlSeconds !== undefined)
  @IsInt()
  @Min(SHORTEST_TTL_SECONDS)
  @Max(LONGEST_TTL_SECONDS)
  tokenTtlSeconds?: number;

  /**
   * Whether to issue an access token at once; true when left out.
   * @example true
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.issueToken !== undefined)
  @IsBoolean()
  issueToken?: boolean;
}
