import type { IncomingHttpHeaders } from 'node:http';
import { isClaiming } from '../../../shared/protocol/claiming-headers.js';
import { isHeaderName, plainHeaderName } from '../../../shared/protocol/header-name.js';

export type Headers = Record<string, string | string[]>;

/** RFC 9110 §7.6.1: headers of one connection only. */
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

/**
 * Headers of the upstream's answer that are not passed on: those of one connection, and those that must not speak for our origin.
 */
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
 * The caller's headers that are passed on; `left` names further ones that are not. A server that takes `_` for `-` must not learn
 * from one spelling what the other may not say.
 */
export function callersHeaders(headers: IncomingHttpHeaders, left: readonly string[]): Headers {
  const named = namedByConnection(headers.connection);
  const leftPlain = named.size === 0 && left.length === 0 ? NONE : new Set([...named, ...left].map(plainHeaderName));
  const passed: Headers = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    const plain = plainHeaderName(name);
    if (value === undefined || leftPlain.has(plain) || isClaiming(plain)) continue;
    passed[name] = value;
  }
  return passed;
}

/** What our own answer says where an upstream's answer may say more. */
export interface OwnHeaders {
  readonly vary: string | undefined;
  /** Undefined where no page of another origin may read the answer. */
  readonly exposed: string | undefined;
}

/**
 * The headers of the upstream's answer that are passed on. Which pages may read the answer is the service's decision, so CORS
 * headers are dropped too. What those pages may read of it is the upstream's as well: the names that it exposes join ours, like
 * the headers that it varies by.
 */
export function upstreamsHeaders(headers: IncomingHttpHeaders, own: OwnHeaders): Headers {
  const left = namedByConnection(headers.connection);
  const passed: Headers = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value === undefined || left.has(name) || !isTheUpstreams(name)) continue;
    passed[name] = value;
  }
  if (own.vary !== undefined && passed['vary'] !== undefined)
    passed['vary'] = [own.vary, passed['vary']].flat().join(', ');
  const exposed = headers[EXPOSED];
  if (own.exposed !== undefined && exposed !== undefined)
    passed[EXPOSED] = [own.exposed, ...exposedNames(exposed, passed)].join(', ');
  return passed;
}

const EXPOSED = 'access-control-expose-headers';

/** Fetch, “CORS protocol”: for a request with credentials `*` is a name like any other, so the names that it stands for are written out. */
function exposedNames(exposed: string | readonly string[], passed: Headers): string[] {
  const names = listedIn(exposed).filter(isHeaderName);
  return [...new Set(names.flatMap((name) => (name === '*' ? ['*', ...Object.keys(passed)] : [name])))];
}

const NONE: ReadonlySet<string> = new Set();

/** Whether an upstream may say this, before or after the body of its answer. */
export function isTheUpstreams(name: string): boolean {
  return !NOT_THE_UPSTREAMS.has(name) && !name.startsWith('access-control-');
}

/** Node joins the lines of a repeated header, undici lists them. */
export function namedByConnection(value: string | readonly string[] | undefined): ReadonlySet<string> {
  if (value === undefined || value === 'keep-alive') return NONE;
  return new Set(listedIn(value).map((name) => name.toLowerCase()));
}

/** The members of a header that is a list (RFC 9110 §5.6.1). */
function listedIn(value: string | readonly string[]): string[] {
  return [value]
    .flat()
    .flatMap((line) => line.split(','))
    .map((member) => member.trim())
    .filter((member) => member !== '');
}

interface Hop {
  /** The caller's address. */
  readonly address: string;
  /** The host that clients know us by. A caller's own `Host` would end up in links that the upstream makes. */
  readonly host: string;
  readonly via: string | undefined;
  /** The proxy's pseudonym. */
  readonly by: string;
}

/** Where the request came from, and which address it was sent to (RFC 7239, and the older headers that servers know). */
export function forwardedHeaders({ address, host, via, by }: Hop): Headers {
  const node = address.includes(':') ? `"[${address}]"` : address;
  return {
    forwarded: `for=${node};host="${host}";proto=https`,
    'x-forwarded-for': address,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
    via: via === undefined ? `1.1 ${by}` : `${via}, 1.1 ${by}`,
  };
}

/** The name of a proxy in `Via` (RFC 9110 §7.6.3). */
export function pseudonymOf(proxyId: string): string {
  return `gatehouse-${proxyId}`;
}

/** Whether the request has already been through this proxy. */
export function isLoop({ via }: IncomingHttpHeaders, proxyId: string): boolean {
  return via?.includes(pseudonymOf(proxyId)) === true;
}
