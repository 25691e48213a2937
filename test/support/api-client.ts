import type { Headers } from 'undici';
import type { TestApp } from './test-app.js';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or null for an empty answer. Tests read into it freely. */
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are looked into, not typed
}

type Credential = Readonly<Record<string, string>>;

/** Calls the API the way a client would, with one credential. */
export class ApiClient {
  /** @param password of a session: given again when a call asks to confirm who is there, as the console does */
  constructor(
    readonly app: TestApp,
    private readonly credential: Credential = {},
    private readonly password: string | null = null,
  ) {}

  /** The same client, about this account. */
  about(accountId: string): ApiClient {
    return new ApiClient(this.app, { ...this.credential, 'x-account-id': accountId }, this.password);
  }

  /** The same session of somebody who does not give the password again. */
  unconfirming(): ApiClient {
    return new ApiClient(this.app, this.credential);
  }

  get(path: string, headers: Credential = {}): Promise<ApiAnswer> {
    return this.call('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers: Credential = {}): Promise<ApiAnswer> {
    return this.call('POST', path, body, headers);
  }

  patch(path: string, body: unknown): Promise<ApiAnswer> {
    return this.call('PATCH', path, body);
  }

  put(path: string, body: unknown, headers: Credential = {}): Promise<ApiAnswer> {
    return this.call('PUT', path, body, headers);
  }

  delete(path: string): Promise<ApiAnswer> {
    return this.call('DELETE', path);
  }

  /** A path that starts with `/api/`, `/oauth/` or the like is taken as it is; any other is below the API prefix. */
  async call(method: string, path: string, body?: unknown, headers: Credential = {}): Promise<ApiAnswer> {
    const answer = await this.#call(method, path, body, headers);
    if (this.password === null || answer.body?.code !== 'reauthentication_required') return answer;
    const confirmed = await this.#call('POST', '/auth/confirm', { password: this.password }, {});
    return confirmed.status === 204 ? this.#call(method, path, body, headers) : answer;
  }

  async #call(method: string, path: string, body: unknown, headers: Credential): Promise<ApiAnswer> {
    const outside = /^\/(api|gw|oauth|verify|health|docs|\.well-known)\b/.test(path);
    const response = await this.app.fetch(outside ? path : this.app.settings.apiPrefix + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.credential,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answerOf(response);
  }

  async form(path: string, fields: Record<string, string>, headers: Credential = {}): Promise<ApiAnswer> {
    const response = await this.app.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...this.credential, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
    return answerOf(response);
  }
}

export function anonymous(app: TestApp): ApiClient {
  return new ApiClient(app);
}

export function bearer(app: TestApp, token: string): ApiClient {
  return new ApiClient(app, { authorization: `Bearer ${token}` });
}

export function basic(id: string, secret: string): Credential {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

/** Signs in and calls with the session cookie and the Origin that a page of the service would send. */
export async function signIn(app: TestApp, username: string, password: string): Promise<ApiClient> {
  const answer = await new ApiClient(app).post('/auth/login', { username, password });
  if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return new ApiClient(app, { cookie: cookieOf(answer), origin: app.settings.publicUrl }, password);
}

export function signInAsAdmin(app: TestApp): Promise<ApiClient> {
  const { adminUsername, adminPassword } = app.settings;
  return signIn(app, adminUsername, adminPassword?.reveal() ?? '');
}

/** The name=value of the one cookie that an answer sets. */
export function cookieOf(answer: ApiAnswer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export interface TestPerson {
  readonly id: string;
  readonly username: string;
  readonly session: ApiClient;
}

export const PERSON_PASSWORD = 'Correct-Horse-Battery-9';

/** A person with these roles, signed in. */
export async function createPerson(app: TestApp, username: string, roles: string[]): Promise<TestPerson> {
  const admin = await signInAsAdmin(app); // anew: giving roles needs a fresh sign-in, whatever the test does to the clock
  const email = `${username}@example.com`;
  const created = await admin.post('/admin/users', {
    username,
    email,
    kind: 'person',
    roles,
    password: PERSON_PASSWORD,
  });
  if (created.status !== 201) throw new Error(`creating ${username}: ${JSON.stringify(created.body)}`);
  return { id: created.body.id, username, session: await signIn(app, username, PERSON_PASSWORD) };
}

/** A new personal token of whoever the client acts as. */
export async function createToken(
  client: ApiClient,
  settings: Record<string, unknown> = {},
): Promise<{ id: string; token: string }> {
  const created = await client.post('/tokens', { name: 'test', expiresAt: null, ...settings });
  if (created.status !== 201) throw new Error(`creating a token: ${JSON.stringify(created.body)}`);
  return created.body as { id: string; token: string };
}

async function answerOf(response: Awaited<ReturnType<TestApp['fetch']>>): Promise<ApiAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : isJson ? JSON.parse(text) : text,
  };
}
