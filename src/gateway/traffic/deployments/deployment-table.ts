import type { GatewayTarget } from '../../proxies/gateway-target.js';
import type { DeployedProxy } from '../../proxies/proxies.types.js';
import { RouteRules } from '../../proxies/route-match.js';

interface Served {
  readonly proxy: DeployedProxy;
  readonly rules: RouteRules;
}

/** A proxy that serves a request, and how much of the path belongs to the proxy. */
export interface ServedAt extends Served {
  readonly ownSegments: number;
}

/**
 * What is served, by site and path. A table never changes: another one takes its place, and requests under way finish with the
 * one they began with. A look-up costs the same however many proxies there are.
 */
export class DeploymentTable {
  readonly #bySite = new Map<string, Map<string, Served>>();
  readonly #served = new Set<string>();
  readonly #longest: number = 0;

  constructor(deployed: readonly DeployedProxy[]) {
    for (const proxy of deployed) {
      const { path } = proxy.snapshot.definition;
      const ofSite = this.#bySite.get(proxy.siteSlug) ?? new Map<string, Served>();
      ofSite.set(path.slice(1), { proxy, rules: new RouteRules(proxy.snapshot.routes) });
      this.#bySite.set(proxy.siteSlug, ofSite);
      this.#served.add(proxy.proxyId);
      this.#longest = Math.max(this.#longest, path.split('/').length - 1);
    }
  }

  /** Whether the proxy is deployed, at any path. */
  serves(proxyId: string): boolean {
    return this.#served.has(proxyId);
  }

  /** The proxy with the longest path that the target begins with. */
  find({ site, segments }: GatewayTarget): ServedAt | null {
    const ofSite = this.#bySite.get(site);
    if (ofSite === undefined) return null;
    for (let count = Math.min(this.#longest, segments.length); count > 0; count--) {
      const served = ofSite.get(segments.slice(0, count).join('/'));
      if (served !== undefined) return { ...served, ownSegments: count };
    }
    return null;
  }
}
