import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { allItems } from '../../api/pages';
import { versionOf, type Versioned } from '../../api/versions';

export type Role = Schemas['RoleResponse'];
export type EditedRole = Versioned<Role>;
export const ROLES = ['admin', 'roles'];

/** To edit it: the list has no version of it that a change could name. */
export function readRole(name: string): Promise<EditedRole> {
  return versionOf(api.GET('/admin/roles/{name}', { params: { path: { name } } }));
}

export function useRoles() {
  return useQuery({
    queryKey: ROLES,
    queryFn: () => allItems((page) => answerOf(api.GET('/admin/roles', { params: { query: page } }))),
  });
}
