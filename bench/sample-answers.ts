/** What the service answers for a live token, so that the baselines move the same bytes. */
export const INTROSPECTION_ANSWER = {
  active: true,
  sub: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77',
  username: 'bench',
  client_id: 'bench-client',
  scope: 'accounts:read projects:read proxies:read tokens:introspect users:read',
  site_id: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a78',
  roles: ['ROLE_ADMIN'],
  token_type: 'Bearer',
  exp: 1_893_456_000,
  iat: 1_790_000_000,
  iss: 'https://localhost:8443',
  jti: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a79',
};

export const VERIFY_HEADERS = {
  'X-Auth-User-Id': '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77',
  'X-Auth-Username': 'bench',
  'X-Auth-Site': 'default',
  'X-Auth-Account': '',
  'X-Auth-Roles': 'ROLE_ADMIN',
  'X-Auth-Scopes': 'accounts:read projects:read proxies:read tokens:introspect users:read',
  'X-Auth-Token-Id': '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a79',
};

/** The headers that the service puts on every answer. */
export const SECURITY_HEADERS = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};
