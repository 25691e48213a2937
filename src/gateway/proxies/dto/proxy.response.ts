import { ApiProperty } from '@nestjs/swagger';
import { definitionOf, type StoredProxy } from '../administration/proxy-definition.js';
import type { ProxyDefinition, RevisionSnapshot } from '../proxies.types.js';
import { differencesOf } from '../deployments/revision-difference.js';

interface ServedRevision {
  readonly snapshot: RevisionSnapshot;
}

export class ProxyRouteResponse {
  /** @example ["GET"] */
  methods: string[];

  /** @example "/orders/{id}" */
  path: string;

  /** @example ["orders:read"] */
  scopes: string[];
}

export class ProxyHeadersResponse {
  /** @example {"X-Api-Version": "2"} */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, example: { 'X-Api-Version': '2' } })
  add: Record<string, string>;

  /** @example ["X-Debug"] */
  remove: string[];
}

export class ProxyRateLimitResponse {
  /** @example 600 */
  perMinute: number;
}

/** The definition of a proxy, in the form that POST and PUT accept. */
export class ProxyDefinitionResponse {
  /** @example "Orders" */
  name: string;

  /** @example "The order service, version 2" */
  description: string | null;

  /**
   * The path after `/gw/{site}`.
   * @example "/orders"
   */
  path: string;

  /**
   * The connection to its upstream.
   * @example "0199c0de-0000-7000-8000-000000000050"
   */
  connectionId: string;

  /**
   * Who may call what. The first rule that matches decides.
   * @example [{"methods": ["GET"], "path": "/orders/{id}", "scopes": ["orders:read"]}]
   */
  routes: ProxyRouteResponse[];

  /** @example true */
  stripPrefix: boolean;

  /** @example 30000 */
  timeoutMs: number;

  /** @example 10485760 */
  bodyLimitBytes: number;

  /** @example {"add": {"X-Api-Version": "2"}, "remove": ["X-Debug"]} */
  headers: ProxyHeadersResponse;

  /** @example {"perMinute": 600} */
  rateLimit: ProxyRateLimitResponse | null;
}

export class ProxyResponse extends ProxyDefinitionResponse {
  /** @example "0199c0de-0000-7000-8000-000000000040" */
  id: string;

  /** @example "0199c0de-0000-7000-8000-000000000030" */
  projectId: string;

  /**
   * The account of its project.
   * @example "0199c0de-0000-7000-8000-000000000001"
   */
  accountId: string;

  /**
   * The number of the revision that is served; null when none is. Later edits are not in it.
   * @example 1
   */
  deployedRevision: number | null;

  /**
   * Whether it was edited since the deployment, so that a new deployment would change what is served. Null when no revision is
   * served.
   * @example false
   */
  edited: boolean | null;

  /** @example "2026-11-01T09:30:00.000Z" */
  createdAt: string;

  /** @example "2026-11-01T09:30:00.000Z" */
  updatedAt: string;
}

export class ProxyPageResponse {
  items: ProxyResponse[];

  /**
   * Send it as `cursor` to get the next page; null on the last one.
   * @example null
   */
  nextCursor: string | null;
}

export function proxyDefinitionResponse(definition: ProxyDefinition): ProxyDefinitionResponse {
  const { routes, headers } = definition;
  return {
    ...definition,
    routes: routes.map(({ methods, path, scopes }) => ({ methods: [...methods], path, scopes: [...scopes] })),
    headers: { add: { ...headers.add }, remove: [...headers.remove] },
  };
}

export function proxyResponse(proxy: StoredProxy, served: ServedRevision | null): ProxyResponse {
  const definition = definitionOf(proxy);
  return {
    id: proxy.id,
    projectId: proxy.projectId,
    accountId: proxy.accountId,
    ...proxyDefinitionResponse(definition),
    deployedRevision: proxy.deployedRevision,
    edited: served && differencesOf(served.snapshot.definition, definition).length > 0,
    createdAt: proxy.createdAt.toISOString(),
    updatedAt: proxy.updatedAt.toISOString(),
  };
}
