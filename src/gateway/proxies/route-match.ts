import type { GatewayTarget } from './gateway-target.js';
import type { CompiledRoute } from './proxies.types.js';
import { fitsSegment } from './rules/route-pattern.js';

const NONE = Infinity;

/** What comes after the same segments of several rules. A rule is known by its place in the list: the first one decides. */
class Branch {
  /** The first rule at or below this branch. */
  least = NONE;
  /** The first rule that ends here, and the first that admits any further segments. */
  ends = NONE;
  open = NONE;
  readonly texts = new Map<string, Branch>();
  /** Segments with text and parameters, by the text that they begin with. */
  readonly mixed = new Map<string, { readonly texts: readonly string[]; readonly branch: Branch }[]>();
  readonly #beginnings = new Set<number>();
  any: Branch | null = null;

  add(route: CompiledRoute, place: number, depth = 0): void {
    this.least = Math.min(this.least, place);
    if (depth < route.segments.length) this.#next(route, depth).add(route, place, depth + 1);
    else if (route.open) this.open = Math.min(this.open, place);
    else this.ends = Math.min(this.ends, place);
  }

  #next({ segments }: CompiledRoute, depth: number): Branch {
    const segment = segments[depth] ?? null;
    if (segment === null) return (this.any ??= new Branch());
    if (typeof segment === 'string') return entryOf(this.texts, segment, () => new Branch());
    const [beginning = ''] = segment;
    this.#beginnings.add(beginning.length);
    const alike = entryOf(this.mixed, beginning, () => []);
    const known = alike.find(({ texts }) => JSON.stringify(texts) === JSON.stringify(segment));
    if (known !== undefined) return known.branch;
    const branch = new Branch();
    alike.push({ texts: segment, branch });
    return branch;
  }

  /** The first rule before `best` that fits, else `best`. Visits no branch twice, and none that can't have an earlier rule. */
  first(path: readonly string[], best = NONE, depth = 0): number {
    if (this.least >= best) return best;
    let found = Math.min(best, this.open);
    const text = path[depth];
    if (text === undefined) return Math.min(found, this.ends);
    found = this.texts.get(text)?.first(path, found, depth + 1) ?? found;
    for (const length of this.#beginnings) {
      if (length > text.length) continue;
      for (const { texts, branch } of this.mixed.get(text.slice(0, length)) ?? [])
        if (branch.least < found && fitsSegment(texts, text)) found = branch.first(path, found, depth + 1);
    }
    return this.any?.first(path, found, depth + 1) ?? found;
  }
}

/** What the rules say to a request that they let through. */
export interface RouteDecision {
  /** The first rule that fits, counted from 0. */
  readonly place: number;
  readonly scopes: readonly string[];
}

type RequestPath = Pick<GatewayTarget, 'segments' | 'verbatim' | 'uriDecoded'>;

/** The rules of a proxy, arranged so that a request is compared with few of them. Their order alone decides. */
export class RouteRules {
  readonly #byMethod = new Map<string, Branch>();

  constructor(private readonly routes: readonly CompiledRoute[]) {
    for (const [place, route] of routes.entries())
      for (const method of route.methods) entryOf(this.#byMethod, method, () => new Branch()).add(route, place);
  }

  /**
   * Null when no rule fits. A path with an encoded `(` or `:` reads differently to a server that doesn't decode it (RFC 3986 §2.2):
   * if other rules fit those readings, the caller needs the scopes of all.
   */
  decide(method: string, { segments, verbatim, uriDecoded }: RequestPath, ownSegments = 0): RouteDecision | null {
    const rules = this.#byMethod.get(method);
    const place = rules?.first(segments.slice(ownSegments)) ?? NONE;
    const route = this.routes[place];
    if (rules === undefined || route === undefined) return null;
    if (verbatim === segments) return { place, scopes: route.scopes };
    const others = [verbatim, uriDecoded].map(
      (reading) => this.routes[rules.first(reading.slice(ownSegments))] ?? route,
    );
    return { place, scopes: [...new Set([route, ...others].flatMap(({ scopes }) => scopes))] };
  }
}

function entryOf<T>(entries: Map<string, T>, key: string, make: () => T): T {
  const known = entries.get(key);
  if (known !== undefined) return known;
  const made = make();
  entries.set(key, made);
  return made;
}
