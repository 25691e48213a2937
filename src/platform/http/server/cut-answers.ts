import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** How Node's own `resetAndDestroy` marks a connection. It also sends a FIN first, which is what must not be sent here. */
interface Resettable {
  resetAndClosing?: boolean;
  /** The TCP connection below TLS: only that one can be reset. */
  readonly _parent?: Resettable | null;
}

/**
 * An answer of HTTP/1.0 that states no length ends with its connection (RFC 9112 §6.3). So if anything destroys the connection
 * before the answer is whole, the connection is reset: a plain end would make half an answer look whole.
 */
export function resetIfCutShort(response: ServerResponse): void {
  const { socket } = response;
  if (socket === null) return;
  mark(socket, true);
  // before http, which ends the connection of a whole answer
  response.prependOnceListener('finish', () => {
    mark(socket, false);
  });
}

/** What is sent now is whole, and the connection ends behind it. */
export function endsOrderly(socket: Duplex): void {
  mark(socket, false);
}

function mark(socket: Duplex & Resettable, isReset: boolean): void {
  (socket._parent ?? socket).resetAndClosing = isReset;
}
