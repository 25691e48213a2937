import {
  hashKey,
  useMutation,
  useQueryClient,
  type UseMutateFunction,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useCallback, useId } from 'react';

/** A mutation that is not begun again while the same one is under way: a second click may come before the button is off. */
export function useChange<Data, Variables = void>(
  options: Omit<UseMutationOptions<Data, Error, Variables>, 'mutationKey'>,
): UseMutationResult<Data, Error, Variables> {
  const id = useId();
  const queries = useQueryClient();
  const change = useMutation({ ...options, mutationKey: [id] });
  const { mutate: begin } = change;
  const mutate = useCallback<UseMutateFunction<Data, Error, Variables>>(
    (...given) => {
      const asked = hashKey([given[0]]);
      const isSame = ({ state }: { state: { variables: unknown } }) => hashKey([state.variables]) === asked;
      if (queries.isMutating({ mutationKey: [id], predicate: isSame }) === 0) begin(...given);
    },
    [queries, id, begin],
  );
  return { ...change, mutate };
}
