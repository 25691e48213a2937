import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { bodyTooLarge, invalidRequest } from '../../../shared/errors/general.errors.js';
import { CallerGone } from '../upstreams/upstream-failure.js';

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
  if (request.method === 'GET' || request.method === 'HEAD')
    throw invalidRequest({ detail: `A ${request.method} request has no body here.` });
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

function tooLarge(limit: number) {
  return bodyTooLarge({ detail: `This proxy takes bodies of at most ${limit} bytes.` });
}
