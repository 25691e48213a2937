import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { usePages } from '../api/pages';

export type Application = Schemas['ApplicationResponse'];
export type ClientSecret = Schemas['ClientSecretResponse'];
export const APPLICATIONS = ['applications'];

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
