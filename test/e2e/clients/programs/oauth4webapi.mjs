import * as oauth from 'oauth4webapi';
import { tour } from './tour.mjs';

await tour(async ({ issuer, id, secret }) => {
  const expected = new URL(issuer);
  const found = await oauth.discoveryRequest(expected, { algorithm: 'oauth2' });
  const server = await oauth.processDiscoveryResponse(expected, found);
  const client = { client_id: id };
  const method = process.argv[2] === 'body' ? oauth.ClientSecretPost(secret) : oauth.ClientSecretBasic(secret);
  return {
    async token(scope) {
      const answer = await oauth.clientCredentialsGrantRequest(server, client, method, scope ? { scope } : {});
      const token = await oauth.processClientCredentialsResponse(server, client, answer);
      // RFC 9068 §4: what an API does with a token in JWT form
      if (token.access_token.startsWith('ey')) await validate(server, issuer, token.access_token);
      return token;
    },
    call: (url, token) =>
      oauth.protectedResourceRequest(token, 'GET', new URL(url)).then(
        ({ status }) => status,
        ({ status }) => status,
      ),
    async introspect(token) {
      const answer = await oauth.introspectionRequest(server, client, method, token);
      return oauth.processIntrospectionResponse(server, client, answer);
    },
    async revoke(token) {
      await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, method, token));
    },
    // a challenge comes before the body, which is still there to read
    errorOf: async (error) => error.error ?? (await error.response?.json())?.error ?? String(error),
  };
});

function validate(server, audience, token) {
  const request = new Request(audience, { headers: { authorization: `Bearer ${token}` } });
  return oauth.validateJwtAccessToken(server, request, audience);
}
