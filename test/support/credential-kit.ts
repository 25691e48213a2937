import { anonymous, ApiClient, basic, bearer, createToken, signIn } from './api-client.js';
import type { TestApp } from './test-app.js';

export type CredentialKind =
  | 'none'
  | 'session'
  | 'personal token'
  | 'narrowed token'
  | 'application token'
  | 'person JWT'
  | 'application JWT'
  | 'client secret'
  | 'developer secret'
  | 'basic';

export interface KitEntry {
  readonly kind: CredentialKind;
  readonly client: ApiClient;
  /** The credential in clear; null for none and for the session. */
  readonly value: string | null;
  /** The effective scopes that its owner gave it. */
  readonly scopes: readonly string[];
}

/** A person's credentials of every kind. `scopes` is what the person holds; the narrowed token holds the first alone. */
export async function credentialKit(
  app: TestApp,
  person: { readonly username: string; readonly password: string },
  scopes: readonly string[],
): Promise<KitEntry[]> {
  const session = await signIn(app, person.username, person.password);
  const narrow = scopes.slice(0, 1);
  const opaque = await registered(session, 'opaque');
  const jwt = await registered(session, 'jwt');
  const personal = (await createToken(session)).token;
  const narrowed = narrow.length === 0 ? null : (await createToken(session, { scopes: narrow })).token;
  const hour = await anonymous(app).form('/api/v1/auth/token', {
    grant_type: 'client_credentials',
    client_id: person.username,
    client_secret: person.password,
  });
  const developer = (await session.post('/users/me/secret/reveal', { password: person.password })).body.secret;
  const secret = (value: string) => new ApiClient(app, { authorization: `Secret ${value}` });
  const withBasic = new ApiClient(app, basic(opaque.clientId, opaque.clientSecret));
  return [
    { kind: 'none', client: anonymous(app), value: null, scopes: [] },
    { kind: 'session', client: session, value: null, scopes },
    { kind: 'personal token', client: bearer(app, personal), value: personal, scopes },
    ...(narrowed === null
      ? []
      : [{ kind: 'narrowed token' as const, client: bearer(app, narrowed), value: narrowed, scopes: narrow }]),
    { kind: 'application token', client: bearer(app, opaque.accessToken), value: opaque.accessToken, scopes },
    { kind: 'person JWT', client: bearer(app, hour.body.access_token), value: hour.body.access_token, scopes },
    { kind: 'application JWT', client: bearer(app, jwt.accessToken), value: jwt.accessToken, scopes },
    { kind: 'client secret', client: secret(opaque.clientSecret), value: opaque.clientSecret, scopes },
    { kind: 'developer secret', client: secret(developer), value: developer, scopes },
    { kind: 'basic', client: withBasic, value: opaque.clientSecret, scopes },
  ];
}

interface Registered {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
}

async function registered(session: ApiClient, tokenFormat: string): Promise<Registered> {
  const answer = await session.post('/applications', { name: `Kit ${tokenFormat}`, tokenFormat });
  if (answer.status !== 201) throw new Error(`registering: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Registered;
}
