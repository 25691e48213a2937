import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { isHeaderName } from '../../../shared/protocol/header-name.js';
import { type Headers, isTheUpstreams, namedByConnection } from './forwarded-headers.js';
import type { Authorization, OpenUpstream } from '../upstreams/open-upstream.js';
import { CallerGone, UpstreamNonsense, UpstreamTooSlow } from '../upstreams/upstream-failure.js';

interface Wanted {
  readonly upstream: OpenUpstream;
  /** Includes the query: exactly what the upstream receives. */
  readonly path: string;
  readonly headers: Headers;
  readonly timeoutMs: number;
  /** What the upstream is shown. */
  readonly authorization: Authorization;
}

/** One request on its way to an upstream, and how long its answer may take to begin. */
export class UpstreamCall {
  readonly upstream: OpenUpstream;
  readonly path: string;
  readonly headers: Headers;
  readonly timeoutMs: number;
  readonly #authorization: Authorization;
  /** A WebSocket, or an answer that is an event stream: it has no end of its own. */
  isStream = false;
  /** Why nobody waits for it any more. */
  aborted: Error | null = null;
  /** Stops whatever is sending it. An AbortSignal would cost more than all our checks. */
  onAbort: ((reason: Error) => void) | null = null;
  /** The body of the answer. */
  body: Buffer | Readable | null = null;
  /** The names of the trailers that the answer announces. */
  announcedTrailers: readonly string[] = [];
  /** All trailers of the answer; available when its body has ended. */
  trailers: Headers = {};
  readonly #timer: NodeJS.Timeout;
  #late = (): void => {
    this.#abort(new UpstreamTooSlow('the upstream did not begin to answer in time'));
  };

  constructor({ upstream, path, headers, timeoutMs, authorization }: Wanted) {
    this.upstream = upstream;
    this.path = path;
    this.headers = headers;
    this.timeoutMs = timeoutMs;
    this.#authorization = authorization;
    this.#timer = setTimeout(() => {
      this.#late();
    }, timeoutMs);
  }

  /** To a request with this method. @throws UpstreamNonsense */
  answered(method: string, { statusCode, headers }: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>): void {
    // RFC 9110 §15: a status outside this range means nothing to anybody, and reply-from would turn it into 200.
    if (statusCode < 200 || statusCode > 599) throw new UpstreamNonsense(`the upstream answered ${statusCode}`);
    this.judged(statusCode);
    this.isStream = EVENT_STREAM.test([headers['content-type'] ?? ''].flat().join());
    const coding = headers['transfer-encoding'];
    // RFC 9112 §6.3: these have no body, whatever coding they state; and trailers only follow chunks (§7.1.2).
    if (coding === undefined || method === 'HEAD' || statusCode === 204 || statusCode === 304) return;
    // RFC 9112 §7: we said that we take no other, and the name of the coding stays behind with the connection.
    const codings = [coding].flat().join();
    if (!KNOWN_CODING.test(codings)) throw new UpstreamNonsense('the upstream’s answer has an unknown transfer coding');
    if (codings.toLowerCase() !== 'chunked') return;
    const names = [headers['trailer'] ?? []].flat().join(',').toLowerCase().split(',');
    const announced = new Set(names.map((name) => name.trim()));
    const left = namedByConnection(headers.connection);
    this.announcedTrailers = [...announced].filter(
      (name) => isPassable(name) && !left.has(name) && !this.#isSecret(name),
    );
  }

  /** What the status says about what the upstream was shown. */
  judged(statusCode: number): void {
    if (statusCode === 401) this.upstream.refused(this.#authorization);
  }

  /** The headers of the answer without those that repeat what the upstream was shown. */
  withoutSecrets(headers: Headers): Headers {
    return this.#authorization.echo?.cleared(headers) ?? headers;
  }

  /** Those that were announced, and don't repeat what the upstream was shown. */
  get passedTrailers(): Headers {
    const announced = Object.entries(this.trailers).filter(([name]) => this.announcedTrailers.includes(name));
    return this.withoutSecrets(Object.fromEntries(announced));
  }

  #isSecret(name: string): boolean {
    return this.#authorization.echo?.isIn('', name) === true;
  }

  /** Calls `isLong` if the answer is not over after the same time again. */
  answerBegan(isLong: () => void): void {
    this.#late = isLong;
    this.#timer.refresh();
  }

  /** The answer is over, or there will be none. */
  settle(): void {
    clearTimeout(this.#timer);
  }

  /** The caller may not continue with it. */
  end(reason: Error): void {
    this.settle();
    this.#abort(reason);
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

/** HTML, server-sent events §9.2.5 */
const EVENT_STREAM = /^\s*text\/event-stream\s*(?:;|$)/i;

const KNOWN_CODING = /^(?:chunked|identity)$/i;

/** RFC 9110 §6.5.1: a field that says how to read a message, or whom it is for, must not follow the body. */
const NO_TRAILERS = /^(?:content-.*|host|cache-control|max-forwards|authorization|x-auth-.*)$/;

function isPassable(name: string): boolean {
  return isHeaderName(name) && isTheUpstreams(name) && !NO_TRAILERS.test(name);
}
