import { SecurityHeaders } from '../src/platform/http/requests/security-headers.js';

/** The service's answer for a live token of the bench, so that the baselines move the same bytes. */
export const INTROSPECTION_ANSWER = {
  active: true,
  scope: 'projects:read projects:write proxies:read proxies:write',
  username: 'bench',
  token_type: 'Bearer',
  iat: 1_795_659_579,
  sub: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77',
  iss: 'https://localhost:8443',
  jti: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a79',
  site_id: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a78',
  roles: ['ROLE_MANAGE_PROXIES'],
};

export const TOKEN_ANSWER = {
  access_token: `gth_app_${'0'.repeat(49)}`,
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'projects:read projects:write proxies:read proxies:write',
  clientId: '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77',
};

export const VERIFY_HEADERS = {
  'x-auth-user-id': '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a77',
  'x-auth-username': 'bench',
  'x-auth-site': '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a78',
  'x-auth-account': '',
  'x-auth-roles': 'ROLE_MANAGE_PROXIES',
  'x-auth-scopes': 'projects:read projects:write proxies:read proxies:write',
  'x-auth-token-id': '0192f0c1-2a1e-7c3b-9a55-0d6f3c1e8a79',
};

const HSTS = 'max-age=63072000';

/** The headers that the service puts on every answer. */
export const COMMON_HEADERS = { ...new SecurityHeaders([HSTS]).of(HSTS, false), 'x-request-id': '2MFcLpIyoGjn-1a2b' };
