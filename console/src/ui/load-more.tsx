import { Button, Stack } from '@mantine/core';
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

/** The next page of a list, when there is one; when it doesn't come, why, and the button stays. */
export function LoadMore({ query }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Stack align="center" mt="md" gap="sm">
      {query.isFetchNextPageError && <ProblemAlert error={query.error} />}
      <Button
        variant="default"
        loading={query.isFetchingNextPage}
        onClick={() => {
          query.fetchNextPage();
        }}
      >
        {text.loadMore}
      </Button>
    </Stack>
  );
}
