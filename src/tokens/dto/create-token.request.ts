import { IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { IdInEitherCase } from '../../shared/validation/id.decorator.js';
import { IsNetworkList, IsScopeList } from '../../shared/validation/lists.decorator.js';
import { IsName } from '../../shared/validation/name.decorator.js';
import { IsTimeOrNull } from '../../shared/validation/time.decorator.js';

export class CreateTokenRequest {
  /**
   * A name by which you recognise the token.
   * @example "Nightly export"
   */
  @IsName()
  name: string;

  /**
   * When the token stops working (RFC 3339), or null for never.
   * @example "2027-06-30T00:00:00Z"
   */
  @ValidateIf((request: CreateTokenRequest) => request.expiresAt !== null)
  @IsTimeOrNull()
  expiresAt: string | null;

  /**
   * What the token may do, within what you may do. If left out: everything that your roles allow, now and later.
   * @example ["projects:read"]
   */
  @IsOptional()
  @IsScopeList()
  scopes?: string[] | null;

  /**
   * The id of the one account that the token is for. If left out: any account of your site.
   * @example null
   */
  @IsOptional()
  @IsUUID()
  @IdInEitherCase()
  accountId?: string | null;

  /**
   * The networks that the token may be used from, in CIDR notation: `["203.0.113.0/24"]`. If left out: anywhere.
   * @example null
   */
  @IsOptional()
  @IsNetworkList()
  allowedNetworks?: string[] | null;
}
