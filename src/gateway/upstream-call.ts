import type { Headers } from './forwarded-headers.js';
import type { OpenUpstream } from './open-upstream.js';
import { CallerGone, UpstreamTooSlow } from './upstream-failure.js';

interface Wanted {
  readonly upstream: OpenUpstream;
  /** With the query: exactly what the upstream receives. */
  readonly path: string;
  readonly headers: Headers;
  readonly timeoutMs: number;
}

/** One request on its way to an upstream, and the end of the time that it has until the answer begins. */
export class UpstreamCall {
  readonly upstream: OpenUpstream;
  readonly path: string;
  readonly headers: Headers;
  readonly timeoutMs: number;
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor({ upstream, path, headers, timeoutMs }: Wanted) {
    this.upstream = upstream;
    this.path = path;
    this.headers = headers;
    this.timeoutMs = timeoutMs;
    this.#timer = setTimeout(() => {
      this.#abort.abort(new UpstreamTooSlow('the upstream did not begin to answer in time'));
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The answer has begun, or there will be none. */
  settle(): void {
    clearTimeout(this.#timer);
  }

  /** Nobody waits for it any more. */
  giveUp(): void {
    this.settle();
    this.#abort.abort(new CallerGone('the caller went away'));
  }
}
