import type { BenchOptions } from './options.js';

/** Makes requests as bytes: the cost of the load must not depend on the kind of request. */
export class RawRequests {
  readonly #common: string;

  constructor(options: Pick<BenchOptions, 'tls'>) {
    // behind a proxy, a request is HTTPS when the proxy says so
    const forwarded = options.tls ? '' : 'X-Forwarded-Proto: https\r\nX-Forwarded-For: 127.0.0.1\r\n';
    this.#common = `Host: localhost\r\n${forwarded}`;
  }

  verify(token: string): Buffer {
    return this.get('/verify', token);
  }

  get(path: string, token: string): Buffer {
    return Buffer.from(`GET ${path} HTTP/1.1\r\n${this.#common}Authorization: Bearer ${token}\r\n\r\n`);
  }

  /** @param authorization the caller's own credential, as the whole header value */
  introspect(token: string, authorization: string): Buffer {
    return this.#form('/oauth/introspect', `token=${token}`, authorization);
  }

  /** The client credentials grant. */
  issue(authorization: string): Buffer {
    return this.#form('/oauth/token', 'grant_type=client_credentials', authorization);
  }

  #form(path: string, body: string, authorization: string): Buffer {
    return Buffer.from(
      `POST ${path} HTTP/1.1\r\n${this.#common}Authorization: ${authorization}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  }
}

/** HTTP Basic: the client's id and secret. */
export function basicOf(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

/** Always the first: a hot token. */
export function always(request: Buffer): () => Buffer {
  return () => request;
}

/** One of many at random, in the same order in every run (a linear congruential generator: Knuth's MMIX, 32 bits). */
export function atRandom(requests: readonly Buffer[]): () => Buffer {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const request = requests[state % requests.length];
    if (request === undefined) throw new Error('no requests to choose from');
    return request;
  };
}
