import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { usePages } from '../api/pages';
import { useAccount } from './use-account';

export type Project = Schemas['ProjectResponse'];
export const PROJECTS = ['projects'];

export function useProjects() {
  const { id: account, header } = useAccount();
  return usePages([...PROJECTS, account, 'list'], (cursor) =>
    answerOf(api.GET('/projects', { params: { header, query: cursor } })),
  );
}

export function useProject(id: string) {
  const { id: account, header } = useAccount();
  return useQuery({
    queryKey: [...PROJECTS, account, 'one', id],
    queryFn: () => answerOf(api.GET('/projects/{id}', { params: { header, path: { id } } })),
  });
}
