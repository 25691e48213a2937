import { pathOf } from './request-path.js';

const HSTS = 'max-age=63072000; includeSubDomains';
/** An answer of the API is data: whatever a browser makes of it, it may load, embed and post nothing. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Swagger UI sets styles from its scripts, shows its icons from data: URLs and calls this service. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Headers = Readonly<Record<string, string>>;

function headers(policy: string): Headers {
  return Object.freeze({
    'strict-transport-security': HSTS,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
}

const OF_API = headers(API_POLICY);
const OF_DOCS = headers(DOCS_POLICY);
/** RFC 6797 §7.2: a host must not send HSTS over plain HTTP. */
const OF_PLAIN_HTTP: Headers = Object.freeze(
  Object.fromEntries(Object.entries(OF_API).filter(([name]) => name !== 'strict-transport-security')),
);

/** The headers of every answer (ASVS V3.4). Made once: answering costs no more than pointing at them. */
export function securityHeaders(url: string, secure: boolean): Headers {
  if (!secure) return OF_PLAIN_HTTP;
  return url.startsWith('/docs') && /^\/docs(?:\/|$)/.test(pathOf(url)) ? OF_DOCS : OF_API;
}
