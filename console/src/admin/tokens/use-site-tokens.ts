import { answerOf, api, type Schemas } from '../../api/client';
import { usePages } from '../../api/pages';

export type SiteToken = Schemas['AdminTokenResponse'];
export const SITE_TOKENS = ['admin', 'tokens'];

export interface SiteTokenFilter {
  readonly owner: string | null;
  readonly kind: SiteToken['kind'] | null;
  readonly state: SiteToken['state'] | null;
  readonly transferred: boolean;
  readonly search: string;
}

export function useSiteTokens({ owner, kind, state, transferred, search }: SiteTokenFilter) {
  const filter = {
    ...(owner === null ? {} : { owner }),
    ...(kind === null ? {} : { kind }),
    ...(state === null ? {} : { state }),
    ...(transferred ? { transferred: 'true' as const } : {}),
    ...(search === '' ? {} : { search }),
  };
  return usePages([...SITE_TOKENS, filter], (cursor) =>
    answerOf(api.GET('/admin/tokens', { params: { query: { ...filter, ...cursor } } })),
  );
}
