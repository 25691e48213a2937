import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { hasCode } from '../../api/problem';
import { useChange } from '../../api/use-change';

export type Preview = Schemas['RemovalPreviewResponse'];
export type Removal = Schemas['RemovalResponse'];
export type Choice = 'owner' | 'user' | 'decommission';

export interface Plan {
  readonly choice: Choice;
  /** Whom `user` means; null is not chosen yet. */
  readonly receiverId: string | null;
}

function queryOf({ choice, receiverId }: Plan) {
  if (choice === 'decommission') return { decommission: 'true' as const };
  return choice === 'user' && receiverId !== null ? { reassignTo: receiverId } : {};
}

const PAGE = 20;

/** Where the two lists of a preview go on. */
interface Cursors {
  readonly cursor?: string;
  readonly applicationsCursor?: string;
}

/** What the removal would do. Its lists come page by page: they are those of the pages so far, the rest is the first one's. */
export function useRemovalPreview(id: string, plan: Plan) {
  const query = useInfiniteQuery({
    queryKey: ['admin', 'removal', id, plan],
    enabled: plan.choice !== 'user' || plan.receiverId !== null,
    staleTime: 0,
    queryFn: ({ pageParam }) => {
      const query = { ...queryOf(plan), ...pageParam, limit: PAGE };
      return answerOf(api.GET('/admin/users/{id}/removal', { params: { path: { id }, query } }));
    },
    initialPageParam: {},
    getNextPageParam: ({ tokens, applications }, _pages, cursors): Cursors | null => {
      const [cursor, applicationsCursor] = [tokens.nextCursor, applications.nextCursor];
      if (cursor === null && applicationsCursor === null) return null;
      // the list that is at its end answers its last page again
      return {
        ...cursors,
        ...(cursor === null ? {} : { cursor }),
        ...(applicationsCursor === null ? {} : { applicationsCursor }),
      };
    },
  });
  return { ...query, data: joined(query.data?.pages ?? []) };
}

function joined(pages: readonly Preview[]): Preview | undefined {
  const [first] = pages;
  if (first === undefined) return undefined;
  return {
    ...first,
    tokens: { ...first.tokens, items: eachOnce(pages.flatMap(({ tokens }) => tokens.items)) },
    applications: { ...first.applications, items: eachOnce(pages.flatMap(({ applications }) => applications.items)) },
  };
}

function eachOnce<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** Removes the user as previewed: if anything has changed since, nothing happens and there is a new preview. */
export function useRemoval(id: string, plan: Plan) {
  const queries = useQueryClient();
  return useChange({
    mutationFn: ({ version }: Preview) =>
      answerOf(api.DELETE('/admin/users/{id}', { params: { path: { id }, query: { ...queryOf(plan), version } } })),
    onError: async (error) => {
      if (hasCode(error, 'preview_stale')) await queries.invalidateQueries({ queryKey: ['admin', 'removal', id] });
    },
  });
}
