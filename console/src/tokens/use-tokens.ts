import { answerOf, api } from '../api/client';
import { usePages } from '../api/pages';
import type { Token } from './token-cells';

export const TOKENS = ['tokens'];

export interface TokenFilter {
  readonly state: Token['state'] | null;
  readonly search: string;
}

/** One's own personal tokens, newest first. */
export function useTokens({ state, search }: TokenFilter) {
  const filter = { ...(state === null ? {} : { state }), ...(search === '' ? {} : { search }) };
  return usePages([...TOKENS, filter], (cursor) =>
    answerOf(api.GET('/tokens', { params: { query: { kind: 'personal', ...filter, ...cursor } } })),
  );
}
