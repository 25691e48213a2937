import { anonymous, type ApiClient, basic } from './api-client.js';
import type { TestApp } from './test-app.js';

export interface RegisteredApplication {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  readonly accessTokenId: string;
}

/** A new application of whoever the client acts as. */
export async function registerApplication(
  client: ApiClient,
  settings: Record<string, unknown> = {},
): Promise<RegisteredApplication> {
  const answer = await client.post('/applications', { name: 'test', ...settings });
  if (answer.status !== 201) throw new Error(`registering: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as RegisteredApplication;
}

/** A token by client credentials. */
export async function fetchToken(
  app: TestApp,
  { clientId, clientSecret }: RegisteredApplication,
  scope?: string,
): Promise<string> {
  const fields = { grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) };
  const answer = await anonymous(app).form('/oauth/token', fields, basic(clientId, clientSecret));
  if (answer.status !== 200) throw new Error(`fetching a token: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.access_token as string;
}

/** What a token can do now, as `GET /auth/me` says it; null when it is refused. */
export async function effectiveScopes(app: TestApp, token: string): Promise<string[] | null> {
  const answer = await anonymous(app).get('/auth/me', { authorization: `Bearer ${token}` });
  return answer.status === 200 ? [...(answer.body.scopes as string[])].sort() : null;
}
