import type { Readable } from 'node:stream';

/** The limit for every body that has no limit of its own. */
export const BODY_LIMIT = 100 * 1024;

/** Thrown when a body exceeds the limit; the rest of the body stays unread. */
export class BodyTooLongError extends Error {}

type Read = (error: Error | null, bytes: Buffer) => void;

interface Reader {
  readonly take: (chunk: Buffer) => void;
  readonly finish: (error: Error | null) => void;
}

/** Reads a whole body, but never more than `limit` bytes. Calls back once, without a promise, because it is on the hot path. */
export function readBody(stream: Readable, limit: number, read: Read): void {
  const chunks: Buffer[] = [];
  readChunks(stream, limit, {
    take: (chunk) => chunks.push(chunk),
    finish: (error) => {
      read(error, chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    },
  });
}

/** As readBody, for a reader that takes each part as it arrives. */
export function readChunks(stream: Readable, limit: number, reader: Reader): void {
  let length = 0;
  const finish = (error: Error | null): void => {
    stream.off('data', onData).off('end', onEnd).off('error', finish).off('close', onClose);
    reader.finish(error);
  };
  const onData = (chunk: Buffer): void => {
    length += chunk.length;
    if (length <= limit) {
      reader.take(chunk);
      return;
    }
    stream.pause();
    finish(new BodyTooLongError());
  };
  const onEnd = (): void => {
    finish(null);
  };
  /** The client disconnected in the middle. */
  const onClose = (): void => {
    finish(new Error('the request ended early'));
  };
  // it emits nothing any more
  if (stream.destroyed) {
    onClose();
    return;
  }
  stream.on('data', onData).on('end', onEnd).on('error', finish).on('close', onClose);
}
