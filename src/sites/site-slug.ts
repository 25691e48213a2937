import type { DomainError } from '../shared/errors/domain-error.js';
import { duplicateName } from '../shared/errors/general.errors.js';

const SLUG = /^[a-z0-9][a-z0-9-]{1,38}$/;

/** Why a text can't be the slug of a site, as a clause; or null. It is part of the gateway's paths. */
export function slugProblem(slug: string): string | null {
  return SLUG.test(slug)
    ? null
    : 'must be 2 to 39 characters of a-z, 0-9 and hyphen, and start with a letter or a digit';
}

/** Slugs are unique in the deployment. */
export function slugTaken(): DomainError {
  return duplicateName({ errors: [{ path: 'slug', message: 'is the slug of another site' }] });
}
