import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, api } from '../../api/client';
import { isSignedOut } from '../../api/problem';
import { SITE_TOKENS, type SiteToken } from './use-site-tokens';
import { descendantsQuery } from '../../ui/descendants';
import { useChange } from '../../api/use-change';

export interface Failure {
  readonly token: SiteToken;
  readonly error: unknown;
}

export interface Revocations {
  readonly revoked: number;
  /** What these had made, and ended with them. */
  readonly descendants: number;
  readonly failures: readonly Failure[];
  readonly untried: number;
}

interface Order {
  readonly tokens: readonly SiteToken[];
  readonly query: ReturnType<typeof descendantsQuery>;
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
    mutationFn: async ({ tokens, query }: Order): Promise<Revocations> => {
      const { signal } = (abort.current = new AbortController());
      setDone(0);
      const failures: Failure[] = [];
      let tried = 0;
      let ended = 0;
      for (const token of tokens) {
        if (signal.aborted) break;
        try {
          ended += await revoke(token, query);
        } catch (error) {
          if (isSignedOut(error)) throw error;
          failures.push({ token, error });
        }
        setDone(++tried);
      }
      const revoked = tried - failures.length;
      return { revoked, descendants: Math.max(ended - revoked, 0), failures, untried: tokens.length - tried };
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

/** How many credentials ended. */
async function revoke({ id }: SiteToken, query: Order['query']): Promise<number> {
  const answer = await answerOf(api.DELETE('/admin/tokens/{id}', { params: { path: { id }, query } }));
  return answer?.revoked ?? 1;
}
