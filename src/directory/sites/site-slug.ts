import type { DomainError } from '../../shared/errors/domain-error.js';
import { duplicateName } from '../../shared/errors/general.errors.js';

export const SITE_SLUG = /^[a-z0-9][a-z0-9-]{1,38}$/;

export const SITE_SLUG_PROBLEM =
  'must be 2 to 39 characters of a-z, 0-9 and hyphen, and start with a letter or a digit';

/** Says in a clause why a text can't be the slug of a site, or null. The slug is part of the gateway's paths. */
export function slugProblem(slug: string): string | null {
  return SITE_SLUG.test(slug) ? null : SITE_SLUG_PROBLEM;
}

/** Slugs are unique in the deployment. */
export function slugTaken(): DomainError {
  return duplicateName({ errors: [{ path: 'slug', message: 'is the slug of another site' }] });
}
