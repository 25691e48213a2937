import { Button, Center, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '../text/text';
import { ProblemAlert } from './problem-alert';

interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** Shows what a query answered, once it has: until then that it loads, and afterwards why it could not. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: Query<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null)
    return (
      <>
        <ProblemAlert error={query.error} />
        <Button
          variant="default"
          onClick={() => {
            query.refetch();
          }}
        >
          {text.tryAgain}
        </Button>
      </>
    );
  return (
    <Center p="xl" role="status">
      <Loader aria-label={text.loading} />
    </Center>
  );
}
