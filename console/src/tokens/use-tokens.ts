import { answerOf, api } from '../api/client';
import { usePages } from '../api/pages';
import type { Token } from './token-cells';
import { queryOfView, type TokenView } from './token-view';

export const TOKENS = ['tokens'];
export const SITE_TOKENS = ['admin', 'tokens'];

export interface TokenFilter {
  readonly state: Token['state'] | null;
  readonly search: string;
  readonly view: TokenView | null;
}

/** One's own personal tokens, newest first. */
export function useTokens({ state, search, view }: TokenFilter) {
  const filter = { ...(state === null ? {} : { state }), ...(search === '' ? {} : { search }) };
  return usePages([...TOKENS, filter, view], (cursor) =>
    answerOf(
      api.GET('/tokens', { params: { query: { kind: 'personal', ...filter, ...queryOfView(view), ...cursor } } }),
    ),
  );
}
