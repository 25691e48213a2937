import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { isSignedOut } from '../../api/problem';
import { SITE_TOKENS, type SiteToken } from './use-site-tokens';
import { useChange } from '../../api/use-change';

export interface Failure {
  readonly token: SiteToken;
  readonly error: unknown;
}

export interface Revocations {
  readonly revoked: number;
  readonly failures: readonly Failure[];
  readonly untried: number;
}

/**
 * Revokes tokens one by one, for the API takes one in a call. One that fails is kept for the result, and the next is tried;
 * when the session has ended none is.
 */
export function useRevocations() {
  const queries = useQueryClient();
  const abort = useRef(new AbortController());
  const [done, setDone] = useState(0);
  const run = useChange({
    mutationFn: async (tokens: readonly SiteToken[]): Promise<Revocations> => {
      const { signal } = (abort.current = new AbortController());
      setDone(0);
      const failures: Failure[] = [];
      let tried = 0;
      for (const token of tokens) {
        if (signal.aborted) break;
        const error = await refusalOf(token);
        if (isSignedOut(error)) throw error;
        if (error !== null) failures.push({ token, error });
        setDone(++tried);
      }
      return { revoked: tried - failures.length, failures, untried: tokens.length - tried };
    },
    onSettled: () => queries.invalidateQueries({ queryKey: SITE_TOKENS }),
  });
  return {
    ...run,
    done,
    stop: () => {
      abort.current.abort();
    },
  };
}

async function refusalOf({ id }: SiteToken): Promise<unknown> {
  try {
    await answerOf(api.DELETE('/admin/tokens/{id}', { params: { path: { id } } }));
    return null;
  } catch (error) {
    return error;
  }
}
