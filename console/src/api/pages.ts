import { useInfiniteQuery } from '@tanstack/react-query';

interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** A list of the API, page by page: `data` are the items of the pages so far, `first` is what the first page says beside them. */
export function usePages<Item, Of extends Page<Item> = Page<Item>>(
  key: readonly unknown[],
  read: (cursor: { cursor?: string }) => Promise<Of & Page<Item>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  return { ...query, first: query.data?.pages[0], data: query.data?.pages.flatMap(({ items }) => items) };
}

const LONGEST_PAGE = 200;

/** All items of a list that is short by nature, such as accounts to choose from. */
export async function allItems<Item>(
  read: (page: { cursor?: string; limit: number }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read({ limit: LONGEST_PAGE, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
