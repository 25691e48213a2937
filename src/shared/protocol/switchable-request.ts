import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request that asks to switch to another protocol (RFC 9110 §7.8). The handler that answers it may take the connection. */
export interface SwitchableRequest extends IncomingMessage {
  switchable?: {
    readonly socket: Duplex;
    /** The bytes that already followed the request. */
    readonly head: Buffer;
  };
}
