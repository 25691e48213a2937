import { builtInRole, type RoleDefinition } from '../../../shared/authz/built-in-roles.js';

export class RoleResponse {
  /** @example "ROLE_ORDER_CLERK" */
  name: string;

  /** @example "Sees and enters orders" */
  description: string;

  /** @example ["orders:read", "orders:write"] */
  scopes: string[];

  /**
   * Whether the role is built in. Every site has the built-in roles, and nobody can change them.
   * @example false
   */
  builtIn: boolean;
}

export class RolePageResponse {
  items: RoleResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last page.
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
