import type { Dispatcher } from 'undici';
import type { UpstreamCall } from './upstream-call.js';

/** Carries the call through reply-from, which hands headers on as they are, and knows one dispatcher for all upstreams. */
export const CALL = Symbol('gatehouse:upstream-call');

type Callback = (error: Error | null, data: Dispatcher.ResponseData) => void;
type Options = Dispatcher.RequestOptions & { headers: { [CALL]?: UpstreamCall } };

/**
 * What @fastify/reply-from sends requests with. Its own reading of the address is left aside: origin, path and headers
 * are those that were checked.
 */
export const upstreamDispatcher = {
  request(options: Options, callback: Callback): void {
    const call = options.headers[CALL];
    if (call === undefined) throw new Error('a request without a call');
    const { upstream, path, headers, timeoutMs, signal } = call;
    const { method, body } = options;
    upstream.agent.request(
      // reply-from says '' for no body, which undici would count as one
      {
        method,
        origin: upstream.origin,
        path,
        headers,
        body: body === '' ? null : (body ?? null),
        signal,
        bodyTimeout: timeoutMs,
      },
      (error, answer) => {
        if (error === null) passOn(call, answer, callback);
        else callback(error, answer);
      },
    );
  },
};

/**
 * Whoever calls this is undici's parser: what is thrown here would end the process, whatever the upstream has sent to
 * bring that about. So it fails the one request.
 */
function passOn(call: UpstreamCall, answer: Dispatcher.ResponseData, callback: Callback): void {
  try {
    call.answered(answer);
    callback(null, answer);
  } catch (error) {
    // undici reports the end of a body that nobody reads as an error of that body
    answer.body.on('error', () => undefined).destroy();
    callback(error instanceof Error ? error : new Error(String(error)), answer);
  }
}
