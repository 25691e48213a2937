import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { UpstreamCall } from '../calls/upstream-call.js';
import { type AnswerCallback, UpstreamExchange } from '../exchanges/upstream-exchange.js';

/** Carries the call through reply-from, which passes headers on unchanged, and has one dispatcher for all upstreams. */
export const CALL = Symbol('gatehouse:upstream-call');

type Options = Dispatcher.RequestOptions & { headers: { [CALL]?: UpstreamCall } };

/**
 * The dispatcher that @fastify/reply-from sends requests with. It ignores reply-from's own reading of the address: the upstream,
 * path and headers are those that were checked.
 */
export const upstreamDispatcher = {
  request({ method, headers: { [CALL]: call }, body: given }: Options, callback: AnswerCallback): void {
    if (call === undefined) throw new Error('a request without a call');
    const { upstream, path, headers, timeoutMs } = call;
    // reply-from uses '' for no body, which undici would count as one
    const body = given instanceof Readable ? given : null;
    upstream.pool.dispatch(
      { method, path, headers, body, bodyTimeout: timeoutMs },
      new UpstreamExchange(call, method, body, callback),
    );
  },
};
