import { request } from 'node:https';

const PREFIX = '/api/v1';
const LONGEST_MILLISECONDS = 10_000;

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly cookie: string;
  readonly body: string;
}

/** Calls the API as any client would, over HTTPS with a verified certificate. */
export class ApiCaller {
  constructor(
    private readonly url: string,
    private readonly certificate: string,
    private readonly credential: Headers = {},
  ) {}

  async isReady(): Promise<boolean> {
    try {
      return (await this.#send('GET', '/health/ready', {}, null)).status === 200;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return false; // the service does not listen yet
      throw error;
    }
  }

  /** The same caller with a session, as the pages of the service use it. */
  async signedIn(username: string, password: string): Promise<ApiCaller> {
    const { cookie } = await this.#expect(200, 'POST', `${PREFIX}/auth/login`, {}, { username, password });
    return new ApiCaller(this.url, this.certificate, { cookie, origin: this.url });
  }

  /** The same caller with a token for an hour, as a program gets it with a username and a password. */
  async withToken(username: string, password: string): Promise<ApiCaller> {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: username,
      client_secret: password,
    });
    const { body } = await this.#expect(200, 'POST', `${PREFIX}/auth/token`, {}, form);
    const { access_token: token } = JSON.parse(body) as { access_token: string };
    return new ApiCaller(this.url, this.certificate, { authorization: `Bearer ${token}` });
  }

  /** Creates an object, and returns it. */
  create(path: string, body: object): Promise<Record<string, string>> {
    return this.#json(201, path, body);
  }

  /** Makes a call about an existing object. */
  act(path: string, body: object): Promise<Record<string, string>> {
    return this.#json(200, path, body);
  }

  async #json(status: number, path: string, body: object): Promise<Record<string, string>> {
    const answer = await this.#expect(status, 'POST', PREFIX + path, this.credential, body);
    return JSON.parse(answer.body) as Record<string, string>;
  }

  async #expect(status: number, method: string, path: string, headers: Headers, body: object): Promise<Answer> {
    const answer = await this.#send(method, path, headers, body);
    if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer;
  }

  #send(method: string, path: string, headers: Headers, body: object | null): Promise<Answer> {
    const form = body instanceof URLSearchParams;
    const text = body === null ? '' : form ? body.toString() : JSON.stringify(body);
    const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
    const options = {
      method,
      ca: this.certificate,
      timeout: LONGEST_MILLISECONDS,
      headers: {
        ...headers,
        ...(body === null ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
      },
    };
    return new Promise((resolve, reject) => {
      const sent = request(this.url + path, options, (answer) => {
        let said = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (said += chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
          resolve({ status: answer.statusCode ?? 0, cookie, body: said });
        });
      });
      sent.on('error', reject);
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer`)));
      sent.end(text);
    });
  }
}
