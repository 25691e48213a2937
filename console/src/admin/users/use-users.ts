import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { allItems, usePages } from '../../api/pages';
import { hasCode } from '../../api/problem';
import { useMe } from '../../session/me';

export type User = Schemas['UserResponse'];
export const USERS = ['admin', 'users'];

export interface UserFilter {
  readonly search: string;
  readonly kind: User['kind'] | null;
  readonly status: User['status'] | null;
}

export function useUsers({ search, kind, status }: UserFilter) {
  const filter = {
    ...(search === '' ? {} : { search }),
    ...(kind === null ? {} : { kind }),
    ...(status === null ? {} : { status }),
  };
  return usePages([...USERS, 'list', filter], (cursor) =>
    answerOf(api.GET('/admin/users', { params: { query: { ...filter, ...cursor } } })),
  );
}

/** Nobody of the site: somebody who was removed, or an address that is no id at all. */
export function isNobody(error: unknown): boolean {
  return hasCode(error, 'user_not_found') || hasCode(error, 'validation_failed');
}

export function useUser(id: string) {
  return useQuery({
    queryKey: [...USERS, 'one', id],
    queryFn: () => answerOf(api.GET('/admin/users/{id}', { params: { path: { id } } })),
  });
}

/** The active users, to choose one from. */
export function useActiveUsers() {
  return useQuery({
    queryKey: [...USERS, 'active'],
    queryFn: () =>
      allItems((page) => answerOf(api.GET('/admin/users', { params: { query: { ...page, status: 'active' } } }))),
  });
}

/** The ids of the active service accounts; empty when the caller may not see users. */
export function useServiceAccounts(maySeeUsers: boolean): ReadonlySet<string> {
  const { data = [] } = useQuery({
    queryKey: [...USERS, 'services'],
    enabled: maySeeUsers,
    queryFn: () =>
      allItems((page) =>
        answerOf(api.GET('/admin/users', { params: { query: { ...page, kind: 'service', status: 'active' } } })),
      ),
  });
  return new Set(data.map(({ id }) => id));
}

/** Only an administrator gives and takes roles. */
export function useMayGiveRoles(): boolean {
  return useMe().roles.includes('ROLE_ADMIN');
}
