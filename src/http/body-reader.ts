import type { Readable } from 'node:stream';

/** CONTRACT: the longest body that is read, anywhere. */
export const BODY_LIMIT = 100 * 1024;

/** Thrown when a body goes on past the limit; what is left of it stays unread. */
export class BodyTooLongError extends Error {}

type Read = (error: Error | null, bytes: Buffer) => void;

/** Reads a whole body, but never more than `limit` bytes. Calls back once, without a promise: it is on the hot path. */
export function readBody(stream: Readable, limit: number, read: Read): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const finish = (error: Error | null): void => {
    stream.off('data', onData).off('end', onEnd).off('error', finish).off('close', onClose);
    read(error, chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
  };
  const onData = (chunk: Buffer): void => {
    length += chunk.length;
    if (length <= limit) {
      chunks.push(chunk);
      return;
    }
    stream.pause();
    finish(new BodyTooLongError());
  };
  const onEnd = (): void => {
    finish(null);
  };
  /** The client went away in the middle. */
  const onClose = (): void => {
    finish(new Error('the request ended early'));
  };
  stream.on('data', onData).on('end', onEnd).on('error', finish).on('close', onClose);
}
