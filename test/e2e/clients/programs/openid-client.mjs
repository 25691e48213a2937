import * as oauth from 'openid-client';
import { tour } from './tour.mjs';

await tour(async ({ issuer, id, secret }) => {
  const method = process.argv[2] === 'body' ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret);
  const config = await oauth.discovery(new URL(issuer), id, {}, method, { algorithm: 'oauth2' });
  return {
    token: (scope) => oauth.clientCredentialsGrant(config, scope === undefined ? {} : { scope }),
    call: (url, token) =>
      oauth.fetchProtectedResource(config, token, new URL(url), 'GET').then(
        ({ status }) => status,
        ({ status }) => status,
      ),
    introspect: (token) => oauth.tokenIntrospection(config, token),
    revoke: (token) => oauth.tokenRevocation(config, token),
    // a challenge comes before the body, which is still there to read
    errorOf: async (error) => error.error ?? (await error.response?.json())?.error ?? String(error),
  };
});
