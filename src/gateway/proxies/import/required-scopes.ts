import { isReservedResource, isScope } from '../../../shared/authz/scopes.js';
import { isObject, type Json, objectOf, own } from './openapi-operations.js';

/** A scope of more characters can't be given to a role (contract §9, "Sizes"). */
const LONGEST_SCOPE = 60;
const MOST_SCOPES = 100;

/** Which scope of the site stands for which name in the document. */
export interface ScopeName {
  readonly name: string;
  readonly scope: string;
}

export type RequiredNames =
  | {
      readonly names: readonly string[];
      readonly schemes: readonly { readonly name: string; readonly scheme: string }[];
    }
  | { readonly problem: string };

/**
 * The names that an operation asks for: those of the first requirement that names any. Requirements are alternatives, so the
 * whole of one is enough (3.1 §4.8.30), and a part of one is not.
 */
export function requiredNames(security: unknown): RequiredNames {
  if (security === undefined) return { names: [], schemes: [] };
  if (!Array.isArray(security)) return { problem: 'has a security that is no list' };
  const lists = (security as unknown[]).map(namesOf);
  if (lists.includes(null))
    return { problem: 'has a security requirement that is not a list of texts for each scheme' };
  const at = lists.findIndex((list) => list !== null && list.length > 0);
  const names = lists[at] ?? [];
  if (names.length > MOST_SCOPES) return { problem: `asks for more than ${MOST_SCOPES} scopes` };
  const requirement = Object.entries((security as Record<string, string[] | null>[])[at] ?? {});
  return { names, schemes: requirement.flatMap(([scheme, list]) => (list ?? []).map((name) => ({ name, scheme }))) };
}

/** YAML says null for a scheme without scopes when nothing follows the colon. */
function namesOf(requirement: unknown): string[] | null {
  if (!isObject(requirement)) return null;
  const lists = Object.values(requirement).map((list) => list ?? []);
  if (!lists.every(Array.isArray)) return null;
  const names = lists.flat() as unknown[];
  return names.every((name) => typeof name === 'string') ? [...new Set(names)] : null;
}

/** Who grants the scopes of a scheme: an address, which several flows share, or else the scheme alone. */
export function grantingParty(document: Json, scheme: string): string {
  const described = objectOf(own(objectOf(own(objectOf(own(document, 'components')), 'securitySchemes')), scheme));
  const places = [...Object.values(objectOf(own(described, 'flows'))).map(objectOf), described];
  const address = ['authorizationUrl', 'tokenUrl', 'openIdConnectUrl']
    .flatMap((field) => places.map((place) => own(place, field)))
    .find((value) => typeof value === 'string' && value !== '');
  return typeof address === 'string' ? `at ${address.replace(/[?#].*/s, '').replace(/[^/]*$/, '')}` : `by ${scheme}`;
}

/** Why a scope of the site can't stand for a name of a document, as a clause; null when it can. */
export function ownScopeProblem(scope: unknown): string | null {
  if (typeof scope !== 'string' || !isScope(scope)) return 'must be a scope, like orders:read';
  if (isReservedResource(scope)) return 'must be none of the built-in resources';
  return scope.length > LONGEST_SCOPE ? `must have at most ${LONGEST_SCOPE} characters` : null;
}

/**
 * The table from names of a document to scopes of the site. A name that could be a scope of the site stays as it is. Any other is
 * put below the resource, so that a foreign `users:write` or `Audit.All` never is a scope that somebody holds for another reason.
 */
export class ScopeNames {
  readonly #scopes = new Map<string, string>();
  readonly #problems = new Map<string, string>();

  /**
   * @param names each with the parties that grant it
   * @param defaults the scopes of operations that name none
   * @param given the entries that the caller decided
   */
  constructor(
    names: ReadonlyMap<string, ReadonlySet<string>>,
    resource: string,
    defaults: ReadonlySet<string>,
    given: ReadonlyMap<string, string>,
  ) {
    const made = new Map<string, string[]>();
    for (const name of names.keys()) {
      const scope = given.get(name) ?? (ownScopeProblem(name) === null ? name : scopeBelow(resource, name));
      const problem = /\p{Surrogate}/u.test(name) ? 'is no text' : ownScopeProblem(scope);
      if (problem !== null)
        this.#problems.set(name, `asks for ${JSON.stringify(name)}, for which no scope can be made`);
      else this.#scopes.set(name, scope);
      made.set(scope, [...(made.get(scope) ?? []), name]);
    }
    for (const [scope, alike] of made) {
      const decided = alike.filter((name) => given.has(name) || name === scope);
      const undecided = alike.filter((name) => !decided.includes(name));
      if (alike.length > 1 || defaults.has(scope)) this.#refuseAlike(scope, undecided);
      else
        this.#refuseAlike(
          scope,
          undecided.filter((name) => (names.get(name)?.size ?? 0) > 1),
        );
    }
  }

  /** Two names are two permissions: one scope for both would widen each. */
  #refuseAlike(scope: string, alike: readonly string[]): void {
    for (const name of alike) {
      this.#scopes.delete(name);
      this.#problems.set(
        name,
        `asks for ${JSON.stringify(name)}, which would become ${scope}, as another name or none does`,
      );
    }
  }

  /** What was decided about the names, in order. */
  get table(): ScopeName[] {
    const entries = [...this.#scopes].map(([name, scope]) => ({ name, scope }));
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** All of them, or why not. */
  scopesOf(names: readonly string[]): { scopes: string[] } | { problem: string } {
    for (const name of names) {
      const problem = this.#problems.get(name);
      if (problem !== undefined) return { problem: `${problem}: name a scope for it in \`scopeNames\`` };
    }
    return { scopes: [...new Set(names.flatMap((name) => this.#scopes.get(name) ?? []))] };
  }
}

/** `Audit.All` → `orders:audit.all`, `https://api.example/auth/mail.read` → `orders:auth-mail.read`. */
function scopeBelow(resource: string, name: string): string {
  const action = name
    .toLowerCase()
    .replace(/^https?:\/\/[^/]*\//, '')
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return `${resource}:${action}`;
}
