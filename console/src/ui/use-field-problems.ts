import { useEffect } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ProblemError } from '../api/problem';
import { text } from '../text/text';

/** The API's names of a form's fields, and what the form calls them. */
export type FieldLabels<Form> = Partial<Record<keyof Form & string, string>>;

/** What the service refuses of a field is said below that field too, and the first of them takes the focus. */
export function useFieldProblems<Form extends FieldValues>(
  form: UseFormReturn<Form>,
  error: unknown,
  labels: FieldLabels<Form>,
): void {
  const { setError } = form;
  useEffect(() => {
    if (!(error instanceof ProblemError)) return;
    const known = (error.problem.errors ?? []).filter(({ path }) => Object.hasOwn(labels, path));
    for (const [index, { path, message }] of known.entries())
      setError(
        path as Path<Form>,
        { type: 'service', message: text.errors.below(labels[path] ?? path, path, message) },
        { shouldFocus: index === 0 },
      );
  }, [error, labels, setError]);
}
