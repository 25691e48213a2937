import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { UpstreamCall } from './upstream-call.js';
import { CallerGone } from './upstream-failure.js';

type Controller = Dispatcher.DispatchController;
type AnswerHeaders = Dispatcher.ResponseData['headers'];

/** As @fastify/reply-from takes it; what else it has is the call's. */
export interface UpstreamAnswer {
  readonly statusCode: number;
  readonly headers: AnswerHeaders;
  /** All that reply-from does with a body itself. */
  readonly body: { destroy(): unknown };
}

export type AnswerCallback = (error: Error | null, answer?: UpstreamAnswer) => void;

/** As much of a body as waits for the caller to take it. */
const MOST_WAITING = 64 * 1024;
/** What waits for it runs as a microtask. `queueMicrotask` makes an AsyncResource for each. */
const SOON = Promise.resolve();
/** There is nothing left to stop. */
const NO_STREAM = { destroy: () => undefined };

/**
 * One attempt at a call: what undici says of it, on to reply-from. An answer that has come in one piece is passed on as one,
 * without a stream.
 */
export class UpstreamExchange implements Dispatcher.DispatchHandler {
  #controller: Controller | null = null;
  /** Null once it has been called. */
  #callback: AnswerCallback | null;
  #head: { statusCode: number; headers: AnswerHeaders } | null = null;
  /** What has come before the answer was passed on. */
  #chunks: Buffer[] = [];
  #stream: Readable | null = null;
  #isComplete = false;

  constructor(
    private readonly call: UpstreamCall,
    private readonly requestBody: Readable | null,
    callback: AnswerCallback,
  ) {
    this.#callback = callback;
    call.onAbort = (reason) => {
      // it may wait for a connection, without undici's limit and maybe without end
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
    // after undici has taken apart what it has read: often that is the whole answer
    void SOON.then(() => {
      this.#passOn();
    });
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    if (this.#stream === null) this.#chunks.push(chunk);
    else if (!this.#stream.push(chunk)) controller.pause();
  }

  onResponseEnd(_: Controller, trailers: AnswerHeaders): void {
    this.call.trailers = trailers as Record<string, string>;
    this.#isComplete = true;
    this.#stream?.push(null);
  }

  onResponseError(_: Controller, error: Error): void {
    this.#giveUp(error);
    this.#stream?.destroy(error);
  }

  /** Whoever calls this is no request: what was thrown here would end the process, whatever the upstream has sent for that. */
  #passOn(): void {
    const [callback, head] = [this.#callback, this.#head];
    if (callback === null || head === null) return;
    this.#callback = null;
    try {
      this.call.answered(head);
      this.call.body = this.#wholeBody(head.headers) ?? this.#streamed();
      callback(null, { ...head, body: this.#stream ?? NO_STREAM });
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      this.#controller?.abort(failure);
      callback(failure);
    }
  }

  /** Null when there is more to come, or what only a stream does right: trailers, no body at all, one of no known type. */
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
    // who sends it listens too, but may not have begun
    stream.on('error', () => undefined);
    for (const chunk of this.#chunks) stream.push(chunk);
    this.#chunks = [];
    if (this.#isComplete) stream.push(null);
    this.#stream = stream;
    return stream;
  }

  /** Whether or not it has begun. */
  #giveUp(error: Error): void {
    const callback = this.#callback;
    this.#callback = null;
    callback?.(error);
    // undici leaves it alone when it has not begun to read it
    this.requestBody?.on('error', () => undefined).destroy(error);
  }
}
