import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { bodyTooLarge, invalidRequest } from '../../../shared/errors/general.errors.js';
import type { UpstreamCall } from '../calls/upstream-call.js';
import { asUpstreamFailure, CallerGone } from '../upstreams/upstream-failure.js';

/**
 * Passes a body on as it arrives, up to a limit. The caller's connection outlives the body, because an answer is still to be
 * sent.
 */
class BoundedBody extends Transform {
  #length = 0;

  constructor(private readonly limit: number) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#length += chunk.length;
    if (this.#length > this.limit) done(tooLarge(this.limit));
    else done(null, chunk);
  }
}

/**
 * The body of a request as a stream to the upstream; null when it has none. Nothing is read from it until the stream is read.
 * @throws bodyTooLarge, invalidRequest
 */
export function bodyOf(request: IncomingMessage, limit: number): Transform | null {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (!hasBody(request)) return null;
  if (coding !== undefined && coding.toLowerCase() !== 'chunked')
    throw invalidRequest({ detail: 'No Transfer-Encoding but chunked is understood.' });
  if (hasNoContent(request)) {
    if (coding === undefined) throw contentRefused(request);
    return null; // requireNoContent waits for the end of the chunks
  }
  if (length !== undefined && Number(length) > limit) throw tooLarge(limit);
  const body = new BoundedBody(limit);
  request.once('close', () => {
    if (!request.complete) body.destroy(new CallerGone('the caller went away'));
  });
  return request.pipe(body);
}

export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** RFC 9112 §6: chunks are framing. Only their end says that a GET has no content, which hardly any server would expect of it. */
export function endsLater(request: IncomingMessage): boolean {
  return hasNoContent(request) && request.headers['transfer-encoding'] !== undefined;
}

/**
 * Waits for the end of the chunks, as long as the call may take and its caller may make it.
 * @throws invalidRequest when they hold something; upstreamTimeout, or why the call was ended
 */
export function requireNoContent(request: IncomingMessage, call: UpstreamCall): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (failure: Error | null): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      call.onAbort = null;
      if (failure === null) {
        resolve();
        return;
      }
      request.pause();
      call.settle();
      reject(asUpstreamFailure(failure));
    };
    const onData = (): void => {
      finish(contentRefused(request));
    };
    const onEnd = (): void => {
      finish(null);
    };
    const onClose = (): void => {
      finish(new CallerGone('the caller went away'));
    };
    call.onAbort = finish;
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}

/** RFC 9110 §9.3.1: content of these has no meaning, and a server that does not expect it may take it for another request. */
function hasNoContent({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function contentRefused({ method = '' }: IncomingMessage) {
  return invalidRequest({ detail: `A ${method} request has no body here.` });
}

function tooLarge(limit: number) {
  return bodyTooLarge({ detail: `This proxy takes bodies of at most ${limit} bytes.` });
}
