import { nameFrom } from '../../../shared/validation/name.decorator.js';
import { descriptionFrom } from '../../../shared/validation/text.decorator.js';
import { proxyPathProblem } from '../rules/proxy-path.js';
import { isObject, type Json, objectOf, own } from './openapi-operations.js';
import { ownScopeProblem } from './required-scopes.js';
import { proposedRules, ProposalRefused, type RuleProposal } from './rule-proposal.js';

const FALLBACK_NAME = 'imported';
/** Leaves room for the rest of a scope. */
const LONGEST_RESOURCE = 30;
const MOST_SCOPE_NAMES = 1_000;

/** What a request for a proposal says besides the document. */
export interface ImportOptions {
  readonly path?: string | undefined;
  readonly resource?: string | undefined;
  readonly scopeNames?: Readonly<Record<string, string>> | undefined;
}

export interface ImportedApi extends RuleProposal {
  readonly name: string;
  readonly description: string | null;
  readonly path: string;
}

/** Why rules can't be made from this document, as a clause; null when they may be. */
export function documentProblem(document: unknown): string | null {
  const version = own(objectOf(document), 'openapi');
  return typeof version === 'string' && version.startsWith('3.') ? null : 'must be an OpenAPI document of version 3';
}

/** Why the text can't stand before the colon of a scope, as a clause; null when it can. */
export function scopeResourceProblem(resource: string): string | null {
  return ownScopeProblem(`${resource}:write`) === null
    ? null
    : 'must be like orders, with at most 54 characters, and none of the built-in resources';
}

/** Why the value is no table from names of a document to scopes of the site, as a clause; null when it is. */
export function scopeNamesProblem(table: unknown): string | null {
  if (!isObject(table)) return 'must be an object';
  const scopes = Object.values(table);
  if (scopes.length > MOST_SCOPE_NAMES) return `must have at most ${MOST_SCOPE_NAMES} names`;
  const index = scopes.findIndex((scope) => ownScopeProblem(scope) !== null);
  return index === -1 ? null : `: scope ${index + 1} ${ownScopeProblem(scopes[index]) ?? ''}`;
}

/** @throws ProposalRefused */
export function importedApi(document: Json, { path, resource, scopeNames = {} }: ImportOptions): ImportedApi {
  const { name, description } = titleOf(document);
  const proxyPath = path ?? `/${slugOf(name)}`;
  const given = new Map(Object.entries(scopeNames));
  const proposal = proposedRules(document, resource ?? resourceOf(proxyPath), given);
  if (proposal.routes.length === 0) throw new ProposalRefused(emptyReason(proposal));
  return { name, description, path: proxyPath, ...proposal };
}

function emptyReason({ warnings }: RuleProposal): string {
  const [first] = warnings.filter(({ code }) => code === 'omitted');
  const example =
    first === undefined ? '' : `: ${first.method ?? ''} ${first.path ?? ''} ${first.message}`.replace(':  ', ': ');
  return `describes no operation that a proxy can guard${example}`;
}

function titleOf(document: Json): { name: string; description: string | null } {
  const info = objectOf(own(document, 'info'));
  const [title, description] = [own(info, 'title'), own(info, 'description')];
  return {
    name: (typeof title === 'string' ? nameFrom(title) : null) ?? FALLBACK_NAME,
    description: typeof description === 'string' ? descriptionFrom(description) : null,
  };
}

/** `Order API` → `order-api`. */
function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
  return proxyPathProblem(slug) === null ? slug : FALLBACK_NAME;
}

/** The last part of the path, as far as it can stand in a scope: `/shop/orders` → `orders`. */
function resourceOf(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  const resource = last.toLowerCase().slice(0, LONGEST_RESOURCE);
  return scopeResourceProblem(resource) === null ? resource : FALLBACK_NAME;
}
