const HSTS = 'max-age=63072000; includeSubDomains';
/** An answer of the API is data: whatever a browser makes of it, it may load, embed and post nothing. */
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
const OF_PLAIN_HTTP: Headers = Object.freeze(
  Object.fromEntries(Object.entries(OF_HTTPS).filter(([name]) => name !== 'strict-transport-security')),
);

/** The headers of every answer (ASVS V3.4); pages loosen the policy for themselves. Made once, since every answer has them. */
export function securityHeaders(secure: boolean): Headers {
  return secure ? OF_HTTPS : OF_PLAIN_HTTP;
}
