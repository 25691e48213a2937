import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import { lineage as words } from '../text/lineage';

const FIELD = 'descendants';

interface DescendantsQuery {
  /** Of whose dialog it is; null is a dialog that is closed. */
  readonly of: string | null;
  readonly count: () => Promise<Schemas['DescendantsResponse']>;
}

export interface DescendantsQuestion {
  /** Nobody confirms what they have not been told. */
  readonly isCounted: boolean;
  /** In the form of a dialog: what `wantsDescendants` reads. */
  readonly field: ReactNode;
}

/** Asks, before something is ended, what it has made, and offers to end that too (contract §9, "Lineage"). */
export function useDescendants({ of, count }: DescendantsQuery): DescendantsQuestion {
  const query = useQuery({
    queryKey: ['descendants', of],
    enabled: of !== null,
    queryFn: count,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  if (of === null) return { isCounted: false, field: null };
  const { data, isFetching, isError } = query;
  const made = data?.count ?? 0;
  return {
    isCounted: !isFetching,
    field: isFetching || (made === 0 && !isError) ? null : <DescendantsField count={isError ? null : made} />,
  };
}

/** The query of the call that ends the thing. */
export function descendantsQuery(filled: FormData): { descendants?: 'true' } {
  return filled.has(FIELD) ? { descendants: 'true' } : {};
}

function DescendantsField({ count }: { readonly count: number | null }) {
  return (
    <Stack gap="xs">
      <Text size="sm">{count === null ? words.mayHaveMade : words.made(count)}</Text>
      <Checkbox name={FIELD} defaultChecked label={count === null ? words.endThem : words.endThese(count)} />
    </Stack>
  );
}

/** For many things at once, which aren't counted one by one. */
export function DescendantsOfMany() {
  return <Checkbox name={FIELD} defaultChecked label={words.ofMany} description={words.ofManyHint} />;
}

/** What is told afterwards: nothing when only the thing itself ended. */
export function endedToo(answer: Schemas['RevokedResponse'] | undefined, itself: number): string {
  const ended = (answer?.revoked ?? itself) - itself;
  return ended > 0 ? ` ${words.ended(ended)}` : '';
}
