import { IsOptional, ValidateIf } from 'class-validator';
import { IsNetworkList, IsScopeList } from '../../shared/validation/lists.decorator.js';
import { IsName } from '../../shared/validation/name.decorator.js';

export class UpdateTokenRequest {
  /**
   * A new name.
   * @example "Nightly export to the warehouse"
   */
  @ValidateIf((request: UpdateTokenRequest) => request.name !== undefined)
  @IsName()
  name?: string;

  /**
   * What the token may do from now on, within what you may do; null means everything that your roles allow.
   * @example ["projects:read"]
   */
  @IsOptional()
  @IsScopeList()
  scopes?: string[] | null;

  /**
   * The networks that the token may be used from, from now on; null means anywhere.
   * @example ["203.0.113.0/24"]
   */
  @IsOptional()
  @IsNetworkList()
  allowedNetworks?: string[] | null;
}
