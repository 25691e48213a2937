const HSTS = 'max-age=63072000; includeSubDomains';
/** An answer of the API is data: a browser may load, embed and post nothing because of it. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
type Headers = Readonly<Record<string, string>>;

const OF_HTTPS: Headers = Object.freeze({
  'strict-transport-security': HSTS,
  'content-security-policy': API_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});
/** RFC 6797 §7.2: a host must not send HSTS over plain HTTP. */
const OF_PLAIN_HTTP = without(OF_HTTPS, 'strict-transport-security');
/** An upstream decides itself how long its answer may be kept. */
const OF_HTTPS_UPSTREAM = without(OF_HTTPS, 'cache-control');
const OF_PLAIN_UPSTREAM = without(OF_PLAIN_HTTP, 'cache-control');

function without(headers: Headers, left: string): Headers {
  return Object.freeze(Object.fromEntries(Object.entries(headers).filter(([name]) => name !== left)));
}

/**
 * The headers of every answer (ASVS V3.4); pages loosen the policy for themselves. They are built once, since every answer has
 * them.
 */
export function securityHeaders(secure: boolean, passedOn = false): Headers {
  if (passedOn) return secure ? OF_HTTPS_UPSTREAM : OF_PLAIN_UPSTREAM;
  return secure ? OF_HTTPS : OF_PLAIN_HTTP;
}
