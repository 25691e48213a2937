import type { UseFormReturn } from 'react-hook-form';
import { ProblemError } from '../api/problem';
import { fieldOf, type ProxyForm } from './proxy-form-values';

/** What the service says to a field is shown at that field too, and the first of them takes the focus. */
export function showInFields(form: UseFormReturn<ProxyForm>, error: unknown): void {
  if (!(error instanceof ProblemError)) return;
  for (const [index, { path, message }] of (error.problem.errors ?? []).entries()) {
    const field = fieldOf(path);
    if (field !== null) form.setError(field, { message }, { shouldFocus: index === 0 });
  }
}
