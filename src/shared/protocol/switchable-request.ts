import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request that asks to go on in another protocol (RFC 9110 §7.8). Whoever answers it may take the connection. */
export interface SwitchableRequest extends IncomingMessage {
  switchable?: {
    readonly socket: Duplex;
    /** What came behind the request already. */
    readonly head: Buffer;
  };
}
