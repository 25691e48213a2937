import type { Duplex } from 'node:stream';
import { endsOrderly } from './cut-answers.js';
import { SERVER_LIMITS } from './server-limits.js';

const TOO_LARGE = 'HPE_HEADER_OVERFLOW';
/**
 * A client that is still sending gets this long to read the answer (RFC 9112 §9.6). Without the limit, a client that never closes
 * its own end would hold the connection for ever, because nothing else limits its time any more.
 */
const LINGER_MS = 1_000;
const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT';

/**
 * Answers input that was not an HTTP request, or came too slowly, in two lines: there is no request to say more about.
 * @param hsts the value of Strict-Transport-Security; null for none
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex, hsts: string | null): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, title, detail] = statusOf(error.code);
  const body = JSON.stringify({ type: 'about:blank', title, status, detail, code: 'invalid_request' });
  closeAfter(
    socket,
    [
      `HTTP/1.1 ${status} ${title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...(hsts === null ? [] : [`Strict-Transport-Security: ${hsts}`]),
      'Cache-Control: no-store',
      'X-Content-Type-Options: nosniff',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** Sends the final answer on a connection that http has released. */
export function closeAfter(socket: Duplex, answer: string): void {
  endsOrderly(socket);
  socket.end(answer, () => {
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

/** The error that Node has for a request that came too slowly. */
export function requestTimedOut(): NodeJS.ErrnoException {
  return Object.assign(new Error('the request came too slowly'), { code: TIMED_OUT });
}

function statusOf(code: string | undefined): [status: number, title: string, detail: string] {
  if (code === TOO_LARGE)
    return [
      431,
      'Request Header Fields Too Large',
      `The path and the headers together must not exceed ${SERVER_LIMITS.maxHeaderSize} bytes.`,
    ];
  if (code === TIMED_OUT) return [408, 'Request Timeout', 'The request arrived too slowly. Send it again.'];
  return [400, 'Bad Request', 'This is not a well-formed HTTP/1.1 request.'];
}
