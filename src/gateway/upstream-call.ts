import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Headers } from './forwarded-headers.js';
import type { OpenUpstream } from './open-upstream.js';
import { CallerGone, UpstreamNonsense, UpstreamTooSlow } from './upstream-failure.js';

interface Wanted {
  readonly upstream: OpenUpstream;
  /** With the query: exactly what the upstream receives. */
  readonly path: string;
  readonly headers: Headers;
  readonly timeoutMs: number;
}

/** One request on its way to an upstream, and the time that its answer may take to begin. */
export class UpstreamCall {
  readonly upstream: OpenUpstream;
  readonly path: string;
  readonly headers: Headers;
  readonly timeoutMs: number;
  /** Why nobody waits for it any more. */
  aborted: Error | null = null;
  /** Who sends it stops then. An AbortSignal would cost more than all our checks. */
  onAbort: ((reason: Error) => void) | null = null;
  /** The answer's. */
  body: Buffer | Readable | null = null;
  /** The names of the trailers that the answer announces. */
  announcedTrailers: readonly string[] = [];
  /** Those of the answer; there when its body has ended. */
  trailers: Readonly<Record<string, string>> = {};
  readonly #timer: NodeJS.Timeout;
  #late = (): void => {
    this.#abort(new UpstreamTooSlow('the upstream did not begin to answer in time'));
  };

  constructor({ upstream, path, headers, timeoutMs }: Wanted) {
    this.upstream = upstream;
    this.path = path;
    this.headers = headers;
    this.timeoutMs = timeoutMs;
    this.#timer = setTimeout(() => {
      this.#late();
    }, timeoutMs);
  }

  /** @throws UpstreamNonsense */
  answered({ statusCode, headers }: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>): void {
    // RFC 9110 §15: a status beyond these means nothing to anybody, and reply-from would make it 200.
    if (statusCode < 200 || statusCode > 599) throw new UpstreamNonsense(`the upstream answered ${statusCode}`);
    if (statusCode === 401) this.upstream.refused();
    // RFC 9112 §7.1.2: behind chunks alone, and these answers have none.
    if (headers['transfer-encoding'] === undefined || statusCode === 204 || statusCode === 304) return;
    const names = [headers['trailer'] ?? []].flat().join(',').toLowerCase().split(',');
    this.announcedTrailers = names.map((name) => name.trim()).filter(isPassable);
  }

  /** `isLong` is called when it is not over after the same time again. */
  answerBegan(isLong: () => void): void {
    this.#late = isLong;
    this.#timer.refresh();
  }

  /** The answer is over, or there will be none. */
  settle(): void {
    clearTimeout(this.#timer);
  }

  /** Nobody waits for it any more. */
  giveUp(): void {
    this.settle();
    this.#abort(new CallerGone('the caller went away'));
  }

  #abort(reason: Error): void {
    if (this.aborted !== null) return;
    this.aborted = reason;
    this.onAbort?.(reason);
  }
}

/** RFC 9110 §6.5.1: what says how to read a message, or whom it is for, must not come behind it. */
const NO_TRAILERS =
  /^(?:transfer-encoding|content-.*|host|cache-control|max-forwards|te|authorization|set-cookie|trailer|connection|x-auth-.*)$/;

function isPassable(name: string): boolean {
  return /^[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name) && !NO_TRAILERS.test(name);
}
