import { cutText } from '../../../shared/validation/cut-text.js';
import { MOST_ROUTES, type ProxyRoute } from '../proxies.types.js';
import { PROXY_METHODS } from '../rules/proxy-methods.js';
import { parsePattern, type RoutePattern } from '../rules/route-pattern.js';
import { type Json, type Operation, operationsOf, type Unread } from './openapi-operations.js';
import { bySpecificity, covers, coversEncoded, overlap } from './pattern-relations.js';
import { grantingParty, requiredNames, type ScopeName, ScopeNames } from './required-scopes.js';
import { templatedPath } from './templated-path.js';

export type WarningCode = 'omitted' | 'stricter' | 'ignored' | 'not_granted';

/** What a reader of a proposal has to know. */
export interface ImportWarning {
  readonly code: WarningCode;
  readonly method: string | null;
  /** As the document writes it. */
  readonly path: string | null;
  readonly message: string;
}

export interface RuleProposal {
  readonly routes: readonly ProxyRoute[];
  readonly scopes: readonly ScopeName[];
  readonly warnings: readonly ImportWarning[];
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const GATEWAY_METHODS: ReadonlySet<string> = new Set(PROXY_METHODS);
const MOST_SCOPES = 100;
/** A document that needs more to be said about it is no description of an API. */
const MOST_WARNINGS = 10_000;
const LONGEST_NAME = 300;

/** Why a document gives no proposal, as a clause. */
export class ProposalRefused extends Error {}

/** An operation that is left out although requests for it can arrive: no rule may let them through by chance. */
interface Gap {
  readonly name: string;
  readonly methods: readonly string[];
  readonly reach: RoutePattern;
  /** Whether `reach` is the path itself, so that a more specific rule is about something else. */
  readonly isExact: boolean;
}

/** The operations of one method at the paths that match the same requests. */
interface Guard {
  readonly method: string;
  readonly path: string;
  readonly pattern: RoutePattern;
  readonly place: Place;
  readonly operations: { readonly path: string; readonly scopes: readonly string[] }[];
  /** Whether one of them may be meant before the operations of more specific paths. */
  isVague: boolean;
  /** What its operations ask for. */
  readonly own: Set<string>;
  /** With what the requests need that another operation shares with it. */
  scopes: Set<string>;
}

/** All guards whose paths match the same requests. */
type Place = Map<string, Guard>;

/**
 * The rules that an OpenAPI document suggests. No rule is weaker than an operation whose requests it decides about: what a rule
 * can't say is left out, and so is every rule that would let the requests of such an operation through.
 */
export function proposedRules(document: Json, resource: string, given: ReadonlyMap<string, string>): RuleProposal {
  return new RuleMaking(document, resource, given).proposal();
}

class RuleMaking {
  readonly #warnings: ImportWarning[] = [];
  readonly #gaps: Gap[] = [];
  readonly #places = new Map<string, Place>();
  readonly #names: ScopeNames;

  constructor(
    document: Json,
    private readonly resource: string,
    given: ReadonlyMap<string, string>,
  ) {
    const { operations, unread } = operationsOf(document);
    const asked = new Map<string, Set<string>>();
    const defaults = new Set<string>();
    for (const { method, security } of operations) {
      const required = requiredNames(security);
      if ('problem' in required) continue;
      if (required.names.length === 0) defaults.add(this.#defaultOf(method));
      for (const { name, scheme } of required.schemes)
        asked.set(name, (asked.get(name) ?? new Set()).add(grantingParty(document, scheme)));
    }
    this.#names = new ScopeNames(asked, resource, defaults, given);
    for (const each of unread) this.#omit(each);
    for (const each of operations) this.#add(each);
    if (this.#places.size > MOST_ROUTES)
      throw new ProposalRefused(`gives more than ${MOST_ROUTES} rules: cut it into several`);
  }

  proposal(): RuleProposal {
    let guards = [...this.#places.values()].flatMap((place) => [...place.values()]);
    for (;;) {
      guards = this.#withoutGaps(guards).sort((one, other) => bySpecificity(one.pattern, other.pattern));
      strengthen(guards);
      const tooMany = guards.filter(({ scopes }) => scopes.size > MOST_SCOPES);
      if (tooMany.length === 0) break;
      for (const guard of tooMany) this.#leaveOut(guard, `would need more than ${MOST_SCOPES} scopes`);
      guards = guards.filter((guard) => !tooMany.includes(guard));
    }
    for (const guard of guards) this.#warnStricter(guard);
    const used = new Set(guards.flatMap(({ scopes }) => [...scopes]));
    const scopes = this.#names.table.filter(({ scope }) => used.has(scope));
    const routes = routesOf(guards);
    if (routes.length > MOST_ROUTES)
      throw new ProposalRefused(`gives more than ${MOST_ROUTES} rules: cut it into several`);
    return { routes, scopes, warnings: this.#warnings };
  }

  #add(operation: Operation): void {
    const { method, path } = operation;
    const template = templatedPath(path, operation.wide);
    const required = requiredNames(operation.security);
    const named = 'names' in required ? this.#names.scopesOf(required.names) : required;
    if (template.pattern === null || 'problem' in named) {
      this.#omit({
        ...operation,
        reason: template.pattern === null ? template.problem : 'problem' in named ? named.problem : '',
      });
      return;
    }
    const { pattern: text, ignored } = template;
    if (ignored !== '')
      this.#warn(
        'ignored',
        operation,
        `a rule looks at the path alone, so ${ignored} makes no difference to the rule for ${text}`,
      );
    const scopes = named.scopes.length > 0 ? named.scopes : [this.#defaultOf(method)];
    for (const each of [text, ...template.shorter]) this.#addAt(each, operation, scopes, template.isVague);
  }

  #defaultOf(method: string): string {
    return `${this.resource}:${READS.has(method) ? 'read' : 'write'}`;
  }

  #addAt(text: string, { method, path }: Operation, scopes: readonly string[], isVague: boolean): void {
    const pattern = parsePattern(text);
    const key = JSON.stringify(pattern);
    const place: Place = this.#places.get(key) ?? new Map<string, Guard>();
    this.#places.set(key, place);
    const guard = place.get(method) ?? {
      method,
      path: text,
      pattern,
      place,
      operations: [],
      isVague: false,
      own: new Set(),
      scopes: new Set(),
    };
    place.set(method, guard);
    guard.isVague ||= isVague;
    guard.operations.push({ path, scopes });
    for (const scope of scopes) guard.own.add(scope);
  }

  #omit({ method, path, wide, reason, isAnywhere }: Unread): void {
    this.#warn('omitted', { method, path }, reason);
    const methods: readonly string[] = method === null ? PROXY_METHODS : [method];
    const template = templatedPath(isAnywhere ? '/*' : path, wide);
    if (template.reach === null || !methods.some((each) => GATEWAY_METHODS.has(each))) return;
    const isExact = template.pattern !== null && !template.isVague && !isAnywhere;
    const shorter = template.pattern === null ? [] : template.shorter.map(parsePattern);
    for (const reach of [template.reach, ...shorter])
      this.#gaps.push({ name: nameOf(method, path), methods, reach, isExact });
  }

  /** Without the rules that would let through what was left out. To leave out a rule leaves a gap too. */
  #withoutGaps(guards: Guard[]): Guard[] {
    let kept = guards;
    for (let at = 0; at < this.#gaps.length; at++) {
      const gap = this.#gaps[at];
      if (gap === undefined) break;
      const caught = kept.filter((guard) => wouldLetThrough(guard, gap));
      if (caught.length === 0) continue;
      for (const guard of caught)
        this.#leaveOut(guard, `would also match the requests of ${gap.name}, which is left out`);
      kept = kept.filter((guard) => !caught.includes(guard));
    }
    return kept;
  }

  #leaveOut({ operations, method, pattern, place, isVague }: Guard, reason: string): void {
    place.delete(method);
    for (const { path } of operations) this.#warn('omitted', { method, path }, reason);
    this.#gaps.push({
      name: nameOf(method, operations[0]?.path ?? ''),
      methods: [method],
      reach: pattern,
      isExact: !isVague,
    });
  }

  #warnStricter({ method, scopes, operations }: Guard): void {
    for (const { path, scopes: asked } of operations) {
      const added = [...scopes].filter((scope) => !asked.includes(scope));
      if (added.length === 0) continue;
      this.#warn(
        'stricter',
        { method, path },
        `its rule needs ${added.join(' ')} too: other operations have some of the same requests`,
      );
    }
  }

  #warn(code: WarningCode, { method, path }: { method: string | null; path: string }, message: string): void {
    if (this.#warnings.length === MOST_WARNINGS)
      throw new ProposalRefused(`has more than ${MOST_WARNINGS} things to warn about`);
    this.#warnings.push({
      code,
      method: method === null ? null : cut(method),
      path: cut(path),
      message: whole(message),
    });
  }
}

/** GET includes HEAD (route-compiler.ts), unless a rule for HEAD stands before. */
function methodsOf({ method, place }: Guard): readonly string[] {
  return method === 'GET' && !place.has('HEAD') ? ['GET', 'HEAD'] : [method];
}

function wouldLetThrough(guard: Guard, { methods, reach, isExact }: Gap): boolean {
  if (!methodsOf(guard).some((method) => methods.includes(method)) || !overlap(guard.pattern, reach)) return false;
  if (!isExact || !methods.includes(guard.method) || covers(guard.pattern, reach) || !covers(reach, guard.pattern))
    return true;
  return coversEncoded(reach, guard.pattern); // the operation is more specific, but not with a delimiter encoded
}

/**
 * Two paths that overlap, neither within the other, leave open which operation a request is about (3.1 §4.8.8.2). The earlier
 * rule decides about it, so that rule takes the scopes of both.
 */
function strengthen(guards: readonly Guard[]): void {
  for (const guard of guards) guard.scopes = new Set(guard.own);
  for (const method of PROXY_METHODS) {
    const about = guards.filter((guard) => methodsOf(guard).includes(method));
    for (const [index, guard] of about.entries())
      for (let place = index + 1; place < about.length; place++) {
        const later = about[place] ?? guard;
        if (!overlap(guard.pattern, later.pattern)) continue;
        // a GET that includes HEAD is no more specific than an operation that is HEAD
        const isSpecific = (guard.method === method || later.method !== method) && !later.isVague;
        if (isSpecific && covers(later.pattern, guard.pattern)) continue;
        for (const scope of later.own) guard.scopes.add(scope);
      }
  }
}

/** One rule for each path and list of scopes, in the order of the guards; HEAD before the GET that would include it. */
function routesOf(guards: readonly Guard[]): ProxyRoute[] {
  const routes: ProxyRoute[] = [];
  for (const place of new Set(guards.map(({ place }) => place))) {
    const byScopes = new Map<string, { methods: string[]; path: string; scopes: string[] }>();
    const here = PROXY_METHODS.flatMap((method) => place.get(method) ?? []);
    const apart = here.filter(
      ({ method, scopes }) => method === 'HEAD' && !sameScopes(scopes, place.get('GET')?.scopes),
    );
    for (const { method, path, scopes } of [...apart, ...here.filter((guard) => !apart.includes(guard))]) {
      const key = [...scopes].sort().join(' ');
      const route = byScopes.get(key) ?? { methods: [], path, scopes: [...scopes] };
      route.methods.push(method);
      byScopes.set(key, route);
    }
    routes.push(...byScopes.values());
  }
  return routes;
}

function nameOf(method: string | null, path: string): string {
  return `${method === null ? 'what is at' : cut(method)} ${cut(path)}`;
}

function cut(text: string): string {
  return whole(text.length <= LONGEST_NAME ? text : `${cutText(text, LONGEST_NAME)}…`);
}

/** The answer is sent back, and half of a surrogate pair is refused there. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function sameScopes(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean {
  return other !== undefined && one.size === other.size && [...one].every((scope) => other.has(scope));
}
