import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, ProblemError } from '../api/problem';
import { ME } from '../session/me';

/** Once any answer says that the session is over, nobody is signed in, and the router shows the sign-in. */
function noticeTheEnd(error: unknown): void {
  if (isSignedOut(error)) queryClient.setQueryData(ME, null);
}

const RETRIES = 2;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeTheEnd }),
  mutationCache: new MutationCache({ onError: noticeTheEnd }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // what was refused will be refused again; what didn't arrive, or met a server in trouble, may
      retry: (failures, error) => failures < RETRIES && !(error instanceof ProblemError && error.status < 500),
    },
    // answers of changes may hold a secret that is shown once: no cache keeps them
    mutations: { gcTime: 0, retry: false },
  },
});
