import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { allItems, usePages } from '../api/pages';
import { versionOf, type Versioned } from '../api/versions';
import { useAccount } from './use-account';

export type Proxy = Schemas['ProxyResponse'];
export type EditedProxy = Versioned<Proxy>;
export type ProxyDefinition = Schemas['ProxyDefinitionResponse'];
export type ProxyRoute = Schemas['ProxyRouteResponse'];
export type Revision = Schemas['RevisionResponse'];
export type Change = Schemas['DifferenceResponse'];

export const PROXIES = ['proxies'];

export function useProxiesOf(projectId: string) {
  const { id: account, header } = useAccount();
  return usePages([...PROXIES, account, 'of', projectId], (cursor) =>
    answerOf(api.GET('/projects/{id}/proxies', { params: { header, path: { id: projectId }, query: cursor } })),
  );
}

export function useProxy(id: string) {
  const { id: account, header } = useAccount();
  return useQuery({
    queryKey: [...PROXIES, account, 'one', id],
    queryFn: () => versionOf(api.GET('/proxies/{id}', { params: { header, path: { id } } })),
  });
}

/** What deploying it as it is edited would change. */
export function usePendingChanges(id: string) {
  const { id: account, header } = useAccount();
  return useQuery({
    queryKey: [...PROXIES, account, 'one', id, 'changes'],
    staleTime: 0, // who deploys looks at what is so now
    queryFn: () => answerOf(api.GET('/proxies/{id}/changes', { params: { header, path: { id } } })),
  });
}

export function useRevisions(id: string) {
  const { id: account, header } = useAccount();
  return usePages([...PROXIES, account, 'one', id, 'revisions'], (cursor) =>
    answerOf(api.GET('/proxies/{id}/revisions', { params: { header, path: { id }, query: cursor } })),
  );
}

/** From one revision to another; a number that is null asks nothing. */
export function useDifference(id: string, { from, to }: { from: number | null; to: number | null }) {
  const { id: account, header } = useAccount();
  return useQuery({
    queryKey: [...PROXIES, account, 'one', id, 'difference', from, to],
    enabled: from !== null && to !== null,
    queryFn: () =>
      answerOf(
        api.GET('/proxies/{id}/revisions/{revision}/diff', {
          params: { header, path: { id, revision: String(to) }, query: { against: Number(from) } },
        }),
      ),
  });
}

/** What the connections of the site are called; where they lead is another right's. */
export function useConnectionNames() {
  return useQuery({
    queryKey: ['connections', 'names'],
    queryFn: () => allItems((page) => answerOf(api.GET('/connections/names', { params: { query: page } }))),
    staleTime: 60_000,
  });
}

export function useConnectionName(): (id: string) => string {
  const { data = [] } = useConnectionNames();
  return (id) => data.find((connection) => connection.id === id)?.name ?? id;
}
