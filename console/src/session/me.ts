import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { answerOf, api, type Schemas } from '../api/client';
import { isSignedOut } from '../api/problem';

export type Me = Schemas['MeResponse'];
export const ME = ['me'];

/** Who is signed in; null is nobody. */
export async function readMe(): Promise<Me | null> {
  try {
    return await answerOf(api.GET('/auth/me'));
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

export function useMeQuery() {
  return useQuery({ queryKey: ME, queryFn: readMe, staleTime: 60_000 });
}

/**
 * From RequireSession to what is below it. Not the query itself: when a session ends, RequireSession takes away what is below
 * it, and nothing of that must look for somebody meanwhile.
 */
export const SignedIn = createContext<Me | null>(null);

/** Who is signed in, below RequireSession, where somebody is. */
export function useMe(): Me {
  const me = useContext(SignedIn);
  if (me === null) throw new Error('nobody is signed in here');
  return me;
}

/** Whether the signed-in person may do what takes this scope. What they may not do isn't offered. */
export function useMay(): (scope: string) => boolean {
  const { scopes } = useMe();
  return (scope) => scopes.includes(scope);
}
