import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { allItems } from '../../api/pages';

export type Role = Schemas['RoleResponse'];
export const ROLES = ['admin', 'roles'];

export function useRoles() {
  return useQuery({
    queryKey: ROLES,
    queryFn: () => allItems((page) => answerOf(api.GET('/admin/roles', { params: { query: page } }))),
  });
}
