import { Matches, ValidateIf } from 'class-validator';
import { IsDescription } from '../../../shared/validation/text.decorator.js';
import { IsScopeList } from '../../../shared/validation/lists.decorator.js';
import { ROLE_NAME, ROLE_NAME_EVER } from '../rules/role-name.js';

const NAME_MESSAGE = { message: '$property must be ROLE_ and 1 to 55 capital letters, digits or underscores' };

export class CreateRoleRequest {
  /**
   * `ROLE_` and 1 to 55 capital letters, digits or underscores.
   * @example "ROLE_ORDER_CLERK"
   */
  @Matches(ROLE_NAME, NAME_MESSAGE)
  name: string;

  /**
   * The people that the role is for.
   * @example "Sees and enters orders"
   */
  @IsDescription()
  description: string;

  /**
   * The scopes that the role gives: built-in scopes, and scopes of your own API.
   * @example ["orders:read", "orders:write"]
   */
  @IsScopeList()
  scopes: string[];
}

export class ReplaceRoleRequest {
  /**
   * Optional; must be the name in the path. A role keeps its name.
   * @example "ROLE_ORDER_CLERK"
   */
  @ValidateIf((request: ReplaceRoleRequest) => request.name !== undefined)
  @Matches(ROLE_NAME_EVER, { message: '$property must be the name of the role' })
  name?: string;

  /**
   * The people that the role is for.
   * @example "Sees and enters orders"
   */
  @IsDescription()
  description: string;

  /**
   * All scopes that the role gives from now on, to all its holders.
   * @example ["orders:read"]
   */
  @IsScopeList()
  scopes: string[];
}
