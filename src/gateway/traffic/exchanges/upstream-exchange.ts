import { Readable } from 'node:stream';
import { type Dispatcher, errors } from 'undici';
import type { Headers } from '../calls/forwarded-headers.js';
import type { UpstreamCall } from '../calls/upstream-call.js';
import { asUpstreamFailure, CallerGone } from '../upstreams/upstream-failure.js';

type Controller = Dispatcher.DispatchController;
type AnswerHeaders = Dispatcher.ResponseData['headers'];

/** The answer as @fastify/reply-from takes it; the call holds everything else. */
export interface UpstreamAnswer {
  readonly statusCode: number;
  readonly headers: AnswerHeaders;
  /** The only thing that reply-from itself does with a body. */
  readonly body: { destroy(): unknown };
}

export type AnswerCallback = (error: Error | null, answer?: UpstreamAnswer) => void;

/** How much of a body may wait for the caller to take it. */
const MOST_WAITING = 64 * 1024;
/**
 * Before the caller's connection is ended, what has come gets there: a reset would overtake it, and clients that find both at once
 * see a plain end.
 */
const HEAD_START_MS = 50;
/** A callback on it runs as a microtask. `queueMicrotask` makes an AsyncResource for each. */
const SOON = Promise.resolve();
/** There is nothing left to stop. */
const NO_STREAM = { destroy: () => undefined };

/**
 * One attempt at a call: passes what undici reports on to reply-from. An answer that arrives in one piece is passed on in one
 * piece, without a stream.
 */
export class UpstreamExchange implements Dispatcher.DispatchHandler {
  #controller: Controller | null = null;
  /** Null once it has been called. */
  #callback: AnswerCallback | null;
  #head: { statusCode: number; headers: AnswerHeaders } | null = null;
  /** What arrived before the answer was passed on. */
  #chunks: Buffer[] = [];
  #stream: Readable | null = null;
  #hasData = false;
  #isComplete = false;

  constructor(
    private readonly call: UpstreamCall,
    private readonly method: string,
    private readonly requestBody: Readable | null,
    callback: AnswerCallback,
  ) {
    this.#callback = callback;
    call.onAbort = (reason) => {
      // it may wait for a connection, outside undici's limit and perhaps without end
      if (this.#controller === null) this.#giveUp(reason);
      else this.#controller.abort(reason);
    };
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.call.aborted !== null) controller.abort(this.call.aborted);
  }

  onResponseStart(_: Controller, statusCode: number, headers: AnswerHeaders): void {
    if (statusCode < 200) return; // RFC 9110 §15.2: the answer is still to come
    this.#head = { statusCode, headers };
    // after undici has parsed what it has read: often that is the whole answer
    void SOON.then(() => {
      this.#passOn();
    });
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    this.#hasData = true;
    if (this.#stream === null) this.#chunks.push(chunk);
    else if (!this.#stream.push(chunk)) controller.pause();
  }

  onResponseEnd(_: Controller, trailers: AnswerHeaders): void {
    this.call.trailers = trailers as Headers;
    this.#isComplete = true;
    this.#stream?.push(null);
  }

  onResponseError(controller: Controller, error: Error): void {
    if (this.#isWholeWithoutBody(error)) {
      this.onResponseEnd(controller, {});
      return;
    }
    this.#giveUp(error);
    if (this.#hasData)
      setTimeout(() => {
        this.#fail(error);
      }, HEAD_START_MS);
    else this.#fail(error);
  }

  /** An answer that has not begun yet becomes this failure. */
  #fail(error: Error): void {
    this.#stream?.destroy(asUpstreamFailure(error));
  }

  /**
   * RFC 9110 §6.4.1: 204 and 304 have no body, whatever length they state. undici waits for none, and yet counts what has come.
   */
  #isWholeWithoutBody(error: Error): boolean {
    const status = this.#head?.statusCode;
    return (status === 204 || status === 304) && error instanceof errors.ResponseContentLengthMismatchError;
  }

  /**
   * The caller of this function is not a request: an error thrown here would end the process, whatever the upstream has sent to
   * cause it.
   */
  #passOn(): void {
    const [callback, head] = [this.#callback, this.#head];
    if (callback === null || head === null) return;
    this.#callback = null;
    try {
      this.call.answered(this.method, head);
      this.call.body = this.#wholeBody(head.headers) ?? this.#streamed();
      callback(null, { ...head, body: this.#stream ?? NO_STREAM });
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      this.#controller?.abort(failure);
      callback(failure);
    }
  }

  /** Null when there is more to come, or for what only a stream does right: trailers, no body at all, a body of no known type. */
  #wholeBody(headers: AnswerHeaders): Buffer | null {
    const [first, ...others] = this.#chunks;
    if (!this.#isComplete || first === undefined || headers['content-type'] === undefined) return null;
    if (this.call.announcedTrailers.length > 0) return null;
    return others.length === 0 ? first : Buffer.concat(this.#chunks);
  }

  #streamed(): Readable {
    const stream = new Readable({
      highWaterMark: MOST_WAITING,
      read: () => this.#controller?.resume(),
      destroy: (error, done) => {
        if (!this.#isComplete) this.#controller?.abort(error ?? new CallerGone('nobody takes the answer'));
        done(error);
      },
    });
    // the sender listens too, but may not have begun
    stream.on('error', () => undefined);
    for (const chunk of this.#chunks) stream.push(chunk);
    this.#chunks = [];
    if (this.#isComplete) stream.push(null);
    this.#stream = stream;
    return stream;
  }

  /** Whether or not the answer has begun. */
  #giveUp(error: Error): void {
    const callback = this.#callback;
    this.#callback = null;
    callback?.(error);
    // undici leaves the body alone if it has not begun to read it
    this.requestBody?.on('error', () => undefined).destroy(error);
  }
}
