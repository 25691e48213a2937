import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { text } from '../../text/text';
import { notifyDone } from '../../ui/notify';

export type Site = Schemas['SiteResponse'];
export const SITE = ['admin', 'site'];

export function useSite() {
  return useQuery({ queryKey: SITE, queryFn: () => answerOf(api.GET('/admin/site')) });
}

/** Changes of the site; who is signed in is told its name too. */
export function useSiteChange() {
  const queries = useQueryClient();
  return useChange({
    mutationFn: (body: Schemas['UpdateSiteRequest']) => answerOf(api.PATCH('/admin/site', { body })),
    onSuccess: async (site) => {
      notifyDone(text.saved);
      queries.setQueryData(SITE, site);
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
}
