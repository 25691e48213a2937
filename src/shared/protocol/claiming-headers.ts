interface ClaimingHeaders {
  readonly because: string;
  /** In lower case, with hyphens. A name that ends in `*` is a prefix. */
  readonly names: readonly string[];
}

/**
 * Headers that a caller may not send to an upstream. Servers and frameworks trust them when a proxy in front of them sets them,
 * and here we are that proxy. docs/gateway.md has the same list; a test compares the two.
 */
export const CLAIMING_HEADERS: readonly ClaimingHeaders[] = [
  {
    because: 'belong to one connection (RFC 9110 §7.6.1), or frame the message',
    names: [
      ...['connection', 'content-length', 'expect', 'host', 'http2-settings', 'keep-alive', 'te', 'trailer'],
      ...['transfer-encoding', 'upgrade'],
    ],
  },
  {
    because: 'are credentials that are meant for Gatehouse or for a proxy',
    names: ['authorization', 'cookie', 'cookie2'],
  },
  {
    because: 'become `HTTP_PROXY` in CGI, which HTTP clients obey (CVE-2016-5385), or speak to a proxy',
    names: ['proxy', 'proxy-*'],
  },
  {
    because: 'say from which address a request comes',
    names: [
      ...['cf-connecting-ip', 'cf-connecting-ipv6', 'cf-pseudo-ipv4', 'client-ip', 'do-connecting-ip', 'fastly-client'],
      ...['fastly-client-ip', 'fly-client-ip', 'forwarded', 'forwarded-for', 'real-ip', 'remote-addr', 'remote-host'],
      ...[
        'true-client-ip',
        'wl-proxy-client-ip',
        'x-appengine-*',
        'x-azure-clientip',
        'x-azure-socketip',
        'x-client-ip',
      ],
      ...['x-cluster-client-ip', 'x-forwarded', 'x-forwarded-*', 'x-nf-client-connection-ip', 'x-originating-ip'],
      ...['x-proxyuser-ip', 'x-real-ip', 'x-real-port', 'x-remote-addr', 'x-remote-ip', 'x-sucuri-clientip'],
      ...['x-vercel-forwarded-for', 'x-vercel-ip-*', 'z-forwarded-for'],
    ],
  },
  {
    because: 'pretend another method, address, host or scheme, or that a check has been made',
    names: [
      ...['front-end-https', 'script-name', 'x-accel-*', 'x-arr-ssl', 'x-envoy-*', 'x-host', 'x-http-host-override'],
      ...['x-http-method', 'x-http-method-override', 'x-https', 'x-method-override', 'x-middleware-*', 'x-original-*'],
      ...['x-request-id', 'x-rewrite-*', 'x-scheme', 'x-script-name', 'x-sendfile-type', 'x-url-scheme'],
    ],
  },
  {
    because: 'say who is calling, in place of the sign-in of a proxy',
    names: [
      ...['auth-type', 'auth-user', 'cf-access-*', 'impersonate-*', 'iv-*', 'mellon-*', 'oidc-*', 'remote-groups'],
      ...['remote-email', 'remote-name', 'remote-user', 'shib-*', 'sm-*', 'tailscale-*', 'x-amzn-lambda-context'],
      ...['x-amzn-oidc-*', 'x-amzn-request-context', 'x-anonymous-consumer', 'x-apigateway-api-userinfo', 'x-auth-*'],
      ...['x-authenticated-*', 'x-authentik-*', 'x-consumer-*', 'x-credential-*', 'x-email'],
      ...['x-endpoint-api-userinfo', 'x-id-token'],
      ...['x-goog-authenticated-user-*', 'x-goog-iap-*', 'x-ms-client-principal', 'x-ms-client-principal-*'],
      ...['x-ms-token-*', 'x-pomerium-*', 'x-remote-email', 'x-remote-extra-*', 'x-remote-group', 'x-remote-groups'],
      ...['x-remote-name', 'x-remote-user', 'x-remote-user-*', 'x-serverless-authorization', 'x-shib-*', 'x-user'],
      ...['x-userinfo'],
      ...['x-vouch-*', 'x-webauth-*'],
    ],
  },
  {
    because: 'say which client certificate was shown (RFC 9440, and those that servers know)',
    names: [
      ...['client-cert', 'client-cert-chain', 'ssl-*', 'x-amzn-mtls-*', 'x-arr-clientcert'],
      ...['x-client-cert', 'x-client-cert-*', 'x-client-certificate', 'x-client-dn', 'x-client-san', 'x-client-verify'],
      ...['x-ssl-*', 'x-tls-*'],
    ],
  },
];

const NAMES = CLAIMING_HEADERS.flatMap(({ names }) => names);
const WHOLE = new Set(NAMES.filter((name) => !name.endsWith('*')));
const PREFIX = new RegExp(
  `^(?:${NAMES.filter((name) => name.endsWith('*'))
    .map((name) => name.slice(0, -1))
    .join('|')})`,
);

/** Whether a caller must not send the header. `plainName` is in the form that `plainHeaderName` makes. */
export function isClaiming(plainName: string): boolean {
  return WHOLE.has(plainName) || PREFIX.test(plainName);
}
