import type { SiteId } from '../shared/ids/site-id.js';
import type { RoutePattern } from './route-pattern.js';

/** A rule: who may call what. The first rule of a proxy that fits a request decides; none that fits refuses it. */
export interface ProxyRoute {
  /** In upper case; `*` alone is every method. GET includes HEAD. */
  readonly methods: readonly string[];
  /** See route-pattern.ts. */
  readonly path: string;
  /** All are needed. None: any token of the site. */
  readonly scopes: readonly string[];
}

export interface ProxyHeaders {
  readonly add: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

/** How a proxy serves, apart from where it is and what it leads to. */
export interface ProxySettings {
  readonly routes: readonly ProxyRoute[];
  /** Whether the upstream is spared the proxy's own path. */
  readonly stripPrefix: boolean;
  /** Until the upstream begins to answer, and the longest silence within its answer. */
  readonly timeoutMs: number;
  readonly bodyLimitBytes: number;
  /** Of the request, on its way to the upstream. */
  readonly headers: ProxyHeaders;
  readonly rateLimit: { readonly perMinute: number } | null;
}

/** All of a proxy that its makers decide: what is edited, and what a deployment freezes. */
export interface ProxyDefinition extends ProxySettings {
  readonly name: string;
  readonly description: string | null;
  /** `/orders` or `/shop/v1`: where it is below the site. */
  readonly path: string;
  readonly connectionId: string;
}

export const DEFAULT_TIMEOUT_MS = 30_000;
export const DEFAULT_BODY_LIMIT = 10 * 1024 * 1024;

/** A rule as the gateway reads it: nothing about it is left to be worked out for each request. */
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
