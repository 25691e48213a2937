import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { hasCode } from '../../api/problem';

export type Preview = Schemas['RemovalPreviewResponse'];
export type Removal = Schemas['RemovalResponse'];
export type Choice = 'owner' | 'user' | 'decommission';

export interface Plan {
  readonly choice: Choice;
  /** Whom `user` means; null is not chosen yet. */
  readonly receiverId: string | null;
}

function queryOf({ choice, receiverId }: Plan) {
  if (choice === 'decommission') return { decommission: 'true' as const };
  return choice === 'user' && receiverId !== null ? { reassignTo: receiverId } : {};
}

const MOST_SHOWN = 20;

export function useRemovalPreview(id: string, plan: Plan) {
  return useQuery({
    queryKey: ['admin', 'removal', id, plan],
    enabled: plan.choice !== 'user' || plan.receiverId !== null,
    staleTime: 0,
    queryFn: () => {
      const query = { ...queryOf(plan), limit: MOST_SHOWN };
      return answerOf(api.GET('/admin/users/{id}/removal', { params: { path: { id }, query } }));
    },
  });
}

/** Removes the user as previewed: if anything has changed since, nothing happens and there is a new preview. */
export function useRemoval(id: string, plan: Plan) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version }: Preview) =>
      answerOf(api.DELETE('/admin/users/{id}', { params: { path: { id }, query: { ...queryOf(plan), version } } })),
    onError: async (error) => {
      if (hasCode(error, 'preview_stale')) await queries.invalidateQueries({ queryKey: ['admin', 'removal', id] });
    },
  });
}
