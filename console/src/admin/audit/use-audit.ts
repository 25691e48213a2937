import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client';
import { allItems, usePages } from '../../api/pages';
import { useMay } from '../../session/me';
import type { AuditAction } from '../../text/audit';
import { USERS } from '../users/use-users';
import type { UserNames } from './audit-sentence';

export interface AuditFilter {
  readonly action: AuditAction | null;
  readonly actor: string;
  readonly subject: string;
  /** Days where the viewer is, `2026-11-26`; empty is no bound. */
  readonly from: string;
  readonly to: string;
}

export const EVERYTHING: AuditFilter = { action: null, actor: '', subject: '', from: '', to: '' };

/** The filter as the API takes it. Its end is exclusive: the day after. */
export function queryOf({ action, actor, subject, from, to }: AuditFilter) {
  return {
    ...(action === null ? {} : { action }),
    ...(actor.trim() === '' ? {} : { actor: actor.trim() }),
    ...(subject.trim() === '' ? {} : { subject: subject.trim() }),
    ...(from === '' ? {} : { from: startOf(from).toISOString() }),
    ...(to === '' ? {} : { to: dayAfter(startOf(to)).toISOString() }),
  };
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00`);
}

/** By the calendar: not every day has 24 hours. */
function dayAfter(start: Date): Date {
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return next;
}

export function useAudit(filter: AuditFilter) {
  return usePages(['admin', 'audit', filter], (cursor) =>
    answerOf(api.GET('/admin/audit', { params: { query: { ...queryOf(filter), ...cursor } } })),
  );
}

/** Events name some users by their id alone. Who may not see users reads no more than the events say. */
export function useUserNames(): UserNames {
  const may = useMay();
  const { data = null } = useQuery({
    queryKey: [...USERS, 'names'],
    enabled: may('users:read'),
    staleTime: 60_000,
    queryFn: async () => {
      const users = await allItems((query) => answerOf(api.GET('/admin/users', { params: { query } })));
      return new Map(users.map(({ id, username }) => [id, username]));
    },
  });
  return data;
}
