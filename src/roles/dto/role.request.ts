import { IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsScopeList } from '../../shared/validation/lists.decorator.js';
import { ROLE_NAME } from '../role-name.js';

const NAME_MESSAGE = { message: '$property must be ROLE_ and 1 to 59 capital letters, digits or underscores' };

export class CreateRoleRequest {
  /**
   * `ROLE_` and 1 to 59 capital letters, digits or underscores.
   * @example "ROLE_ORDER_CLERK"
   */
  @Matches(ROLE_NAME, NAME_MESSAGE)
  name: string;

  /**
   * Whom it is for.
   * @example "Sees and enters orders"
   */
  @IsString()
  @MaxLength(1000)
  description: string;

  /**
   * What it gives: built-in scopes, and scopes of your own API.
   * @example ["orders:read", "orders:write"]
   */
  @IsScopeList()
  scopes: string[];
}

export class ReplaceRoleRequest {
  /**
   * May be repeated here. A role keeps its name.
   * @example "ROLE_ORDER_CLERK"
   */
  @ValidateIf((request: ReplaceRoleRequest) => request.name !== undefined)
  @Matches(ROLE_NAME, NAME_MESSAGE)
  name?: string;

  /**
   * Whom it is for.
   * @example "Sees and enters orders"
   */
  @IsString()
  @MaxLength(1000)
  description: string;

  /**
   * All that it gives from now on, to everybody who holds it.
   * @example ["orders:read"]
   */
  @IsScopeList()
  scopes: string[];
}
