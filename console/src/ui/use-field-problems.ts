import { useEffect, useMemo, useRef } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ProblemError } from '../api/problem';
import { labelled, type Labels } from './labels';

/** The API's names of a form's fields, and what the form calls them. */
export type FieldLabels<Form> = Partial<Record<keyof Form & string, string>>;

/**
 * What the service refuses of a field is said below that field, and the first of them takes the focus. Answers what is left
 * to be said above them all. `fieldOf`: where the form has not the API's names, its field of one, or null.
 */
export function useFieldProblems<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  error: unknown,
  labels: Labels,
  fieldOf?: (path: string) => Path<Form> | null,
): unknown {
  const { setError } = form;
  const { below, above } = useMemo(() => {
    const own = (path: string) => (Object.hasOwn(labels, path) ? (path as Path<Form>) : null);
    return placed(error, fieldOf ?? own);
  }, [error, labels, fieldOf]);
  const said = useRef<unknown>(null);
  useEffect(() => {
    if (said.current === error) return; // of a form whose fields have other names now
    said.current = error;
    for (const [index, { field, path, message }] of below.entries())
      setError(field, { type: 'service', message: labelled(labels, path, message) }, { shouldFocus: index === 0 });
  }, [error, below, labels, setError]);
  return above;
}

function placed<Field>(error: unknown, fieldOf: (path: string) => Field | null) {
  if (!(error instanceof ProblemError)) return { below: [], above: error };
  const errors = error.problem.errors ?? [];
  const below = errors.flatMap(({ path, message }) => {
    const field = fieldOf(path);
    return field === null ? [] : [{ field, path, message }];
  });
  if (below.length === 0) return { below, above: error };
  const others = errors.filter(({ path }) => fieldOf(path) === null);
  return {
    below,
    above: others.length === 0 ? null : new ProblemError(error.status, { ...error.problem, errors: others }),
  };
}
