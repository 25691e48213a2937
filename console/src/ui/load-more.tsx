import { Button, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { text } from '../text/text';
import { ProblemAlert } from './problem-alert';

interface LoadMoreProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: unknown;
    readonly fetchNextPage: () => unknown;
  };
}

interface Seen {
  readonly around: Element;
  readonly rows: readonly Element[];
}

/** The next page of a list, when there is one; when it doesn't come, why, and the button stays. */
export function LoadMore({ query }: LoadMoreProps) {
  const { isFetchingNextPage } = query;
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const seen = useRef<Seen | null>(null);
  // the button was off meanwhile, or is gone, and has lost the focus: it goes on with the first of the new rows
  useEffect(() => {
    if (isFetchingNextPage || seen.current === null) return;
    const { around, rows } = seen.current;
    seen.current = null;
    const added = rowsOf(around).find((row) => !rows.includes(row));
    added?.setAttribute('tabindex', '-1');
    (added ?? button.current)?.focus();
  }, [isFetchingNextPage]);
  if (!query.hasNextPage) return null;
  return (
    <Stack ref={list} align="center" mt="md" gap="sm">
      {query.isFetchNextPageError && <ProblemAlert error={query.error} />}
      <Button
        ref={button}
        variant="default"
        loading={isFetchingNextPage}
        onClick={() => {
          const around = list.current?.parentElement ?? document.body;
          seen.current = { around, rows: rowsOf(around) };
          query.fetchNextPage();
        }}
      >
        {text.loadMore}
      </Button>
    </Stack>
  );
}

function rowsOf(around: Element): HTMLElement[] {
  return [...around.querySelectorAll<HTMLElement>('tbody tr')];
}
