import { answerOf, api, type Schemas } from '../../api/client';
import { usePages } from '../../api/pages';
import { SITE_TOKENS } from '../../tokens/use-tokens';
import { queryOfView, tokenViewOf, type TokenView } from '../../tokens/token-view';

export type SiteToken = Schemas['AdminTokenResponse'];
export { SITE_TOKENS };

export interface SiteTokenFilter {
  readonly owner: string | null;
  readonly kind: SiteToken['kind'] | null;
  readonly state: SiteToken['state'] | null;
  readonly transferred: boolean;
  readonly search: string;
  /** Of personal tokens made to be kept, those that want a look, or all of them: what the figures of the home page count. */
  readonly view: TokenView | 'personal' | null;
}

/** What the address opens the list on. */
export function siteTokenFilterOf(address: URLSearchParams): SiteTokenFilter {
  const view = address.get('show') === 'personal' ? 'personal' : tokenViewOf(address);
  return {
    owner: address.get('owner'),
    kind: null,
    state: 'active',
    transferred: false,
    search: '',
    view,
  };
}

function queryOf(view: SiteTokenFilter['view']) {
  if (view === null) return {};
  return { kind: 'personal', format: 'opaque', ...queryOfView(view === 'personal' ? null : view) } as const;
}

export function useSiteTokens({ owner, kind, state, transferred, search, view }: SiteTokenFilter) {
  const filter = {
    ...(owner === null ? {} : { owner }),
    ...(kind === null ? {} : { kind }),
    ...(state === null ? {} : { state }),
    ...(transferred ? { transferred: 'true' as const } : {}),
    ...(search === '' ? {} : { search }),
  };
  return usePages([...SITE_TOKENS, filter, view], (cursor) =>
    answerOf(api.GET('/admin/tokens', { params: { query: { ...filter, ...queryOf(view), ...cursor } } })),
  );
}
