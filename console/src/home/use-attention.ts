import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api/client';
import { APPLICATIONS, type Application } from '../applications/use-applications';
import { useMay } from '../session/me';
import type { Token } from '../tokens/token-cells';
import { queryOfView, type TokenView } from '../tokens/token-view';
import { TOKENS } from '../tokens/use-tokens';

/** As many of a kind are named; what is more is behind a link. */
export const MOST_NAMED = 3;
const NEWEST_USERS = 50;
const LONGEST_PAGE = 200;

/** One's own tokens that want a look, some of each view. Below the key of one's tokens, as the figures are. */
export function useOwnTokensToSee() {
  return useQuery({
    queryKey: [...TOKENS, 'attention'],
    queryFn: async () => {
      const [stopped, expiring, unused, inherited] = await Promise.all([
        seen('stopped', MOST_NAMED),
        seen('expiring', LONGEST_PAGE),
        seen('unused', MOST_NAMED),
        seen('inherited', MOST_NAMED),
      ]);
      return { expiring: expiring.sort(bySoonestEnd).slice(0, MOST_NAMED), stopped, unused, inherited };
    },
  });
}

async function seen(view: TokenView, limit: number): Promise<Token[]> {
  const query = { kind: 'personal', state: 'active', limit, ...queryOfView(view) } as const;
  return (await answerOf(api.GET('/tokens', { params: { query } }))).items;
}

function bySoonestEnd(one: Token, other: Token): number {
  return (one.expiresAt ?? '') < (other.expiresAt ?? '') ? -1 : 1;
}

export interface ApplicationsToSee {
  readonly stopped: readonly { application: Application; by: NonNullable<Token['stoppedBy']> }[];
  readonly inherited: readonly Application[];
}

/** One's API keys that want a look: those whose access token the policy stops, and the inherited ones. */
export function useApplicationsToSee() {
  return useQuery({
    queryKey: [...APPLICATIONS, 'attention'],
    queryFn: async (): Promise<ApplicationsToSee> => {
      const query = { limit: LONGEST_PAGE };
      const ofStopped = { ...query, kind: 'application', state: 'active', ...queryOfView('stopped') } as const;
      const [{ items: all }, { items: tokens }] = await Promise.all([
        answerOf(api.GET('/applications', { params: { query } })),
        answerOf(api.GET('/tokens', { params: { query: ofStopped } })),
      ]);
      const stops = new Map(tokens.map(({ id, stoppedBy }) => [id, stoppedBy]));
      return {
        stopped: all.flatMap((application) => {
          const by = stops.get(application.accessTokenId ?? '') ?? null;
          return by === null ? [] : [{ application, by }];
        }),
        inherited: all.filter(({ transferred }) => transferred !== null),
      };
    },
  });
}

export type Certificate = Schemas['CertificateResponse'];

/** Certificates that end soon, or have. */
export function useCertificatesToSee() {
  const may = useMay();
  return useQuery({
    queryKey: ['certificates', 'attention'],
    enabled: may('security:read'),
    queryFn: async () => {
      const query = { limit: LONGEST_PAGE };
      const { items } = await answerOf(api.GET('/certificates', { params: { query } }));
      return items
        .filter(({ expiresSoon }) => expiresSoon)
        .sort((one, other) => (one.validTo < other.validTo ? -1 : 1));
    },
  });
}

/** People among the newest users who have not taken their invitation up. */
export function useInvitedPeople() {
  const may = useMay();
  return useQuery({
    queryKey: ['admin', 'users', 'invited'],
    enabled: may('users:write'),
    queryFn: async () => {
      const query = { kind: 'person', status: 'active', limit: NEWEST_USERS } as const;
      const { items } = await answerOf(api.GET('/admin/users', { params: { query } }));
      return items.filter(({ passwordSet }) => !passwordSet).slice(0, MOST_NAMED);
    },
  });
}
