import { ClientCredentials } from 'simple-oauth2';
import { tour } from './tour.mjs';

await tour(async ({ issuer, id, secret }) => {
  const client = new ClientCredentials({
    client: { id, secret },
    auth: { tokenHost: issuer },
    options: { authorizationMethod: process.argv[2] },
  });
  return {
    token: async (scope) => (await client.getToken({ scope })).token,
    call: async (url, token) => (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status,
    revoke: (access_token) => client.createToken({ access_token }).revoke('access_token'),
    errorOf: ({ data }) => data.payload.error,
  };
});
