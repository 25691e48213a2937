import axios from 'axios';
import { tour } from './tour.mjs';

// The way of clients of passport-oauth2-client-password is `body`: client id and secret among the parameters.
await tour(async ({ issuer, id, secret }) => {
  const inBody = process.argv[2] === 'body';
  const http = axios.create({ baseURL: issuer, ...(inBody ? {} : { auth: { username: id, password: secret } }) });
  const form = async (path, fields) => {
    const own = inBody ? { client_id: id, client_secret: secret } : {};
    return (await http.post(path, new URLSearchParams({ ...fields, ...own }))).data;
  };
  return {
    token: (scope) => form('/oauth/token', { grant_type: 'client_credentials', ...(scope && { scope }) }),
    async call(url, token) {
      const headers = { authorization: `Bearer ${token}` };
      return (await axios.get(url, { headers, validateStatus: () => true })).status;
    },
    introspect: (token) => form('/oauth/introspect', { token }),
    async revoke(token) {
      const answer = await form('/oauth/revoke', { token });
      if (typeof answer !== 'object') throw new Error(`no JSON: ${JSON.stringify(answer)}`);
    },
    errorOf: ({ response }) => response.data.error,
  };
});
