import { useQuery } from '@tanstack/react-query';
import { useMay } from './me';
import { answerOf, api } from '../api/client';
import { allItems } from '../api/pages';

/** The accounts of the site, for who may see them; nobody else is asked to choose one. */
export function useAccounts() {
  const may = useMay();
  return useQuery({
    queryKey: ['accounts', 'all'],
    enabled: may('accounts:read'),
    queryFn: () => allItems((page) => answerOf(api.GET('/accounts', { params: { query: page } }))),
    staleTime: 60_000,
  });
}
