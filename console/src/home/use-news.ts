import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { useChange } from '../api/use-change';

export type News = Schemas['NotificationResponse'];

const NOTIFICATIONS = ['notifications'];
const MOST_SHOWN = 5;

/** The newest of what one was told and has not read. */
export function useNews() {
  return useQuery({
    queryKey: [...NOTIFICATIONS, 'unread'],
    queryFn: async () => {
      const query = { unread: 'true', limit: MOST_SHOWN } as const;
      return (await answerOf(api.GET('/notifications', { params: { query } }))).items;
    },
  });
}

export function useMarkRead() {
  const queries = useQueryClient();
  return useChange({
    mutationFn: (id: string) => answerOf(api.POST('/notifications/{id}/read', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: NOTIFICATIONS }),
  });
}
