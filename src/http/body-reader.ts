import type { Readable } from 'node:stream';

/** CONTRACT: the longest body that is read, anywhere. */
export const BODY_LIMIT = 100 * 1024;

/** Thrown when a body goes on past the limit; what is left of it stays unread. */
export class BodyTooLongError extends Error {}

/** Reads a whole body, but never more than `limit` bytes. */
export function readBody(stream: Readable, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (settle: () => void): void => {
      stream.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
      settle();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else
        finish(() => {
          stream.pause();
          reject(new BodyTooLongError());
        });
    };
    const onEnd = (): void => {
      finish(() => {
        resolve(Buffer.concat(chunks, length));
      });
    };
    const onError = (error: Error): void => {
      finish(() => {
        reject(error);
      });
    };
    /** The client went away in the middle. */
    const onClose = (): void => {
      finish(() => {
        reject(new Error('the request ended early'));
      });
    };
    stream.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  });
}
