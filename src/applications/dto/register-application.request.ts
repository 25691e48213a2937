import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { IsDescription } from '../../shared/validation/text.decorator.js';
import { IsScopeList } from '../../shared/validation/lists.decorator.js';
import { IsName } from '../../shared/validation/name.decorator.js';

export const DEFAULT_TOKEN_TTL_SECONDS = 14 * 24 * 3600;
const SHORTEST_TTL_SECONDS = 60;
const LONGEST_TTL_SECONDS = 365 * 24 * 3600;

export class RegisterApplicationRequest {
  /**
   * A name by which you recognise the application.
   * @example "Order sync"
   */
  @IsName()
  name: string;

  /**
   * What it is for.
   * @example "Copies orders to the warehouse every hour"
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.description !== undefined)
  @IsDescription()
  description?: string;

  /**
   * The most that its tokens may do, within what you may do. If left out: everything that your roles allow, now and later.
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
   * How long its tokens live, in seconds: from a minute to 365 days. The default is 14 days.
   * @example 1209600
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.tokenTtlSeconds !== undefined)
  @IsInt()
  @Min(SHORTEST_TTL_SECONDS)
  @Max(LONGEST_TTL_SECONDS)
  tokenTtlSeconds?: number;

  /**
   * Whether to issue an access token at once. The default is true.
   * @example true
   */
  @ValidateIf((request: RegisterApplicationRequest) => request.issueToken !== undefined)
  @IsBoolean()
  issueToken?: boolean;
}

/** The request with its defaults filled in. */
export function registrationOf(request: RegisterApplicationRequest) {
  return {
    name: request.name,
    description: request.description ?? '',
    scopes: request.scopes ?? null,
    tokenFormat: request.tokenFormat ?? 'opaque',
    tokenTtlSeconds: request.tokenTtlSeconds ?? null,
    issueToken: request.issueToken ?? true,
  } as const;
}
