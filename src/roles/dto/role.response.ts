import { builtInRole, type RoleDefinition } from '../../shared/authz/built-in-roles.js';

export class RoleResponse {
  /** @example "ROLE_ORDER_CLERK" */
  name: string;

  /** @example "Sees and enters orders" */
  description: string;

  /** @example ["orders:read", "orders:write"] */
  scopes: string[];

  /**
   * Whether every site has it; such a role can't be changed.
   * @example false
   */
  builtIn: boolean;
}

export class RolePageResponse {
  items: RoleResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function roleResponse(role: RoleDefinition): RoleResponse {
  return {
    name: role.name,
    description: role.description,
    scopes: [...role.scopes],
    builtIn: builtInRole(role.name) !== undefined,
  };
}
