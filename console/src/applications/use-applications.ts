import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { usePages } from '../api/pages';

export type Application = Schemas['ApplicationResponse'];
export const APPLICATIONS = ['applications'];
const LONGEST_PAGE = 200;

export function useApplications() {
  return usePages([...APPLICATIONS, 'list'], (cursor) =>
    answerOf(api.GET('/applications', { params: { query: cursor } })),
  );
}

export function useApplication(id: string) {
  return useQuery({
    queryKey: [...APPLICATIONS, 'one', id],
    queryFn: () => answerOf(api.GET('/applications/{id}', { params: { path: { id } } })),
  });
}

/** When each application last called, by its id: the latest use among its tokens, of which the last 200 are asked. */
export function useTraffic() {
  return useQuery({
    queryKey: [...APPLICATIONS, 'traffic'],
    queryFn: async () => {
      const query = { kind: 'application', limit: LONGEST_PAGE } as const;
      const { items } = await answerOf(api.GET('/tokens', { params: { query } }));
      return latestUses(items);
    },
  });
}

function latestUses(tokens: readonly Schemas['TokenResponse'][]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { applicationId, lastUsedAt } of tokens) {
    if (applicationId === null || lastUsedAt === null) continue;
    if (lastUsedAt > (latest.get(applicationId) ?? '')) latest.set(applicationId, lastUsedAt);
  }
  return latest;
}
