import type { SiteId } from '../../shared/ids/site-id.js';
import type { RoutePattern } from './rules/route-pattern.js';

/**
 * A rule: who may call what. The first rule of a proxy that matches a request decides; a request that none matches is refused.
 */
export interface ProxyRoute {
  /** In upper case; `*` alone means every method. GET includes HEAD. */
  readonly methods: readonly string[];
  /** See route-pattern.ts. */
  readonly path: string;
  /** All are needed. An empty list admits any token of the site. */
  readonly scopes: readonly string[];
}

export interface ProxyHeaders {
  readonly add: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

export const MOST_ROUTES = 2_000;

/** How a proxy serves, apart from its path and its connection. */
export interface ProxySettings {
  readonly routes: readonly ProxyRoute[];
  /** Whether the proxy's own path is removed from requests to the upstream. */
  readonly stripPrefix: boolean;
  /** How long the upstream may take to begin its answer, and the longest silence within it. */
  readonly timeoutMs: number;
  readonly bodyLimitBytes: number;
  /** Headers of the request, on its way to the upstream. */
  readonly headers: ProxyHeaders;
  readonly rateLimit: { readonly perMinute: number } | null;
}

/** Everything about a proxy that its makers decide: what they edit, and what a deployment freezes. */
export interface ProxyDefinition extends ProxySettings {
  readonly name: string;
  readonly description: string | null;
  /** `/orders` or `/shop/v1`: its path below the site. */
  readonly path: string;
  readonly connectionId: string;
}

export const DEFAULT_TIMEOUT_MS = 30_000;
export const DEFAULT_BODY_LIMIT = 10 * 1024 * 1024;

/** A rule as the gateway reads it: nothing is left to be worked out for each request. */
export interface CompiledRoute extends RoutePattern {
  readonly methods: readonly string[];
  readonly scopes: readonly string[];
}

/** What a revision keeps. */
export interface RevisionSnapshot {
  readonly definition: ProxyDefinition;
  readonly routes: readonly CompiledRoute[];
}

/** A revision that is served now. */
export interface DeployedProxy {
  readonly proxyId: string;
  readonly siteId: SiteId;
  readonly siteSlug: string;
  readonly accountId: string;
  readonly revision: number;
  readonly snapshot: RevisionSnapshot;
}
