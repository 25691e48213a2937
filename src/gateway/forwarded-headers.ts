import type { IncomingHttpHeaders } from 'node:http';

export type Headers = Record<string, string | string[]>;

/** RFC 9110 §7.6.1: of one connection only. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What callers don't get to say: who they are, where they come from, and that the request is another one than it is. */
const NOT_THE_CALLERS = new Set([
  ...HOP_BY_HOP,
  'authorization',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'http2-settings',
  'true-client-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
  'x-original-method',
  'x-original-uri',
  'x-original-url',
  'x-real-ip',
  'x-request-id',
  'x-rewrite-url',
]);

/** The answer's of the upstream that stay behind: what is of one connection, and what is not for it to say of our origin. */
const NOT_THE_UPSTREAMS = new Set([
  ...HOP_BY_HOP,
  'accept-ch',
  'alt-svc',
  'clear-site-data',
  'content-security-policy',
  'cross-origin-resource-policy',
  'expect-ct',
  'gatehouse-token-expiration',
  'nel',
  'origin-agent-cluster',
  'public-key-pins',
  'referrer-policy',
  'report-to',
  'service-worker-allowed',
  'set-cookie',
  'set-cookie2',
  'strict-transport-security',
  'x-content-type-options',
  'x-frame-options',
  'x-request-id',
]);

/**
 * The caller's headers that are passed on; `left` names further ones that are not. A server that takes `_` for `-` must not
 * be told by one what another may not say.
 */
export function callersHeaders(headers: IncomingHttpHeaders, left: readonly string[]): Headers {
  const named = namedByConnection(headers.connection);
  const leftPlain = named.size === 0 && left.length === 0 ? NONE : new Set([...named, ...left].map(plainName));
  const passed: Headers = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    const plain = plainName(name);
    if (value === undefined || leftPlain.has(plain) || NOT_THE_CALLERS.has(plain)) continue;
    if (plain.startsWith('x-auth-') || plain.startsWith('x-forwarded-')) continue;
    passed[name] = value;
  }
  return passed;
}

function plainName(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('_') ? lower.replaceAll('_', '-') : lower;
}

/**
 * Of the upstream's answer. Who may read it from which page is the service's to say, so CORS headers stay behind too, and
 * what our own headers vary by is added to.
 */
export function upstreamsHeaders(headers: IncomingHttpHeaders, ownVary: string | undefined): Headers {
  const left = namedByConnection(headers.connection);
  const passed: Headers = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value === undefined || left.has(name) || NOT_THE_UPSTREAMS.has(name)) continue;
    if (name.startsWith('access-control-')) continue;
    passed[name] = value;
  }
  if (ownVary !== undefined && passed['vary'] !== undefined)
    passed['vary'] = [ownVary, passed['vary']].flat().join(', ');
  return passed;
}

const NONE: ReadonlySet<string> = new Set();

function namedByConnection(value: string | undefined): ReadonlySet<string> {
  if (value === undefined || value === 'keep-alive') return NONE;
  return new Set(value.split(',').map((name) => name.trim().toLowerCase()));
}

const AUTHORITY = /^[A-Za-z0-9.:[\]_-]{1,255}$/;

/**
 * Where the request came from, and to which address (RFC 7239, and the older headers that servers know).
 * @param address the caller's
 * @param by the proxy's pseudonym
 */
export function forwardedHeaders(address: string, { host, via }: IncomingHttpHeaders, by: string): Headers {
  const named = host !== undefined && AUTHORITY.test(host) ? host : null;
  const node = address.includes(':') ? `"[${address}]"` : address;
  return {
    forwarded: `for=${node}${named === null ? '' : `;host="${named}"`};proto=https`,
    'x-forwarded-for': address,
    ...(named === null ? {} : { 'x-forwarded-host': named }),
    'x-forwarded-proto': 'https',
    via: via === undefined ? `1.1 ${by}` : `${via}, 1.1 ${by}`,
  };
}

/** What a proxy calls itself in `Via` (RFC 9110 §7.6.3). */
export function pseudonymOf(proxyId: string): string {
  return `gatehouse-${proxyId}`;
}

/** Whether the request has been through this proxy before. */
export function isLoop({ via }: IncomingHttpHeaders, proxyId: string): boolean {
  return via?.includes(pseudonymOf(proxyId)) === true;
}
