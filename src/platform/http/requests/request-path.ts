import { masked } from '../logging/secret-mask.js';

/** The path of a request target, without the query, which may contain things that must not be logged. */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

/** The same for a log: somebody may have put a credential into the path. */
export function loggedPath(url: string): string {
  return masked(pathOf(url));
}
