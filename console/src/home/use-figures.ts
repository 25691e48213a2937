import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { TOKENS } from '../tokens/use-tokens';

export type Figures = Schemas['TokenFiguresResponse'];

/** How many tokens one has. Below the key of one's tokens: what changes those changes this. */
export function useOwnFigures() {
  return useQuery({
    queryKey: [...TOKENS, 'figures'],
    queryFn: () => answerOf(api.GET('/statistics/tokens')),
  });
}

export function useSiteFigures() {
  return useQuery({
    queryKey: ['admin', 'tokens', 'figures'],
    queryFn: () => answerOf(api.GET('/admin/statistics/tokens')),
  });
}
