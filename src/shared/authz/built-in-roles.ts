import { BUILT_IN_SCOPES } from './scopes.js';

export interface RoleDefinition {
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[];
}

export const ROLE_ADMIN = 'ROLE_ADMIN';

/** The roles that every site has and none can change (contract §1). */
export const BUILT_IN_ROLES: readonly RoleDefinition[] = [
  {
    name: ROLE_ADMIN,
    description: "Everything, including the scopes of the site's own roles",
    scopes: Object.keys(BUILT_IN_SCOPES),
  },
  {
    name: 'ROLE_MANAGE_PROXIES',
    description: 'Edits projects and proxies; deploys nothing',
    scopes: ['projects:read', 'projects:write', 'proxies:read', 'proxies:write'],
  },
  {
    name: 'ROLE_DEPLOY_UNDEPLOY_PROXIES',
    description: 'Deploys and undeploys proxies; edits nothing',
    scopes: ['projects:read', 'proxies:read', 'proxies:deploy'],
  },
  {
    name: 'ROLE_API_SECURITY',
    description: 'Manages connections, credentials and certificates',
    scopes: ['security:read', 'security:write'],
  },
];

const BY_NAME = new Map(BUILT_IN_ROLES.map((role) => [role.name, role]));

export function builtInRole(name: string): RoleDefinition | undefined {
  return BY_NAME.get(name);
}
