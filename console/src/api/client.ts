import createClient from 'openapi-fetch';
import { confirmingFetch } from './confirming-fetch';
import { pageSettings } from './page-settings';
import { ProblemError, type Problem } from './problem';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** The service's API, with the session cookie as the only credential: the browser adds it, no script can read it. */
export const api = createClient<paths>({
  baseUrl: location.origin + pageSettings.api,
  credentials: 'same-origin',
  fetch: confirmingFetch,
});

export interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a call answered; a refusal is thrown as a ProblemError. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ProblemError(response.status, problemOf(error));
  return data as T;
}

function problemOf(error: unknown): Partial<Problem> {
  return typeof error === 'object' && error !== null ? error : {};
}
