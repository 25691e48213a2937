import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useMay } from '../../session/me';
import { text } from '../../text/text';
import { notifyDone } from '../../ui/notify';

export type Site = Schemas['SiteResponse'];
export const SITE = ['admin', 'site'];

export function useSite() {
  return useQuery({ queryKey: SITE, queryFn: () => answerOf(api.GET('/admin/site')) });
}

/** The id of who owns the site, for those who may see that; null for everybody else, and while nobody owns it. */
export function useSiteOwner(): string | null {
  const enabled = useMay()('site:write');
  const { data } = useQuery({ queryKey: SITE, queryFn: () => answerOf(api.GET('/admin/site')), enabled });
  return data?.ownerId ?? null;
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
