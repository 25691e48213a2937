import type { IncomingMessage } from 'node:http';
import type { SwitchableRequest } from '../../../shared/protocol/switchable-request.js';

/** A request as it was sent, without its body: its line, every header, and any bytes that already followed it. */
export function headBytes({ method, url, rawHeaders, switchable }: SwitchableRequest): Buffer {
  const head = Buffer.from(`${method ?? ''} ${url ?? ''}\r\n${linesOf(rawHeaders)}\r\n`, 'latin1');
  return switchable === undefined ? head : Buffer.concat([head, switchable.head]);
}

/** The trailers after a chunked body (RFC 9112 §7.1.2). */
export function trailersOf({ rawTrailers }: IncomingMessage): Buffer {
  return Buffer.from(`\r\n${linesOf(rawTrailers)}`, 'latin1');
}

function linesOf(rawHeaders: readonly string[]): string {
  return rawHeaders.map((part, i) => (i % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
}
