import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** What is sent over one connection: each piece as a segment of its own. */
export type Delivery = readonly (string | Buffer)[];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const percent = (text: string) => text.replace(/[^A-Za-z]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const head = (lines: readonly string[] = [], start = 'GET /api/v1/auth/me HTTP/1.1') =>
  `${[start, 'Host: localhost', ...lines].join('\r\n')}\r\n\r\n`;
const post = (lines: readonly string[], body: string, length = Buffer.byteLength(body)) =>
  head([...lines, `Content-Length: ${length}`], 'POST /oauth/token HTTP/1.1') + body;
const packed = (body: Buffer, coding = 'gzip') =>
  Buffer.concat([Buffer.from(post([`Content-Encoding: ${coding}`], '', body.length)), body]);
const chunked = (text: string, size: number, lines: readonly string[] = [], trailers = '') => {
  const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
  const body = parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('');
  return `${head([...lines, 'Transfer-Encoding: chunked'], 'POST /x HTTP/1.1')}${body}0\r\n${trailers}\r\n`;
};
const bearer = (value: string) => `Authorization: Bearer ${value}`;

/** Other tokens of our form, which nobody has: CRC-32 and all. */
export interface Strangers {
  readonly tokens: readonly string[];
}

/** Ways in which a credential may come to the wrong port, as HTTP that Node would understand and as anything else. */
export const DELIVERIES: Record<string, (value: string, strangers: Strangers) => Delivery> = {
  'a bearer header': (value) => [head([bearer(value)])],
  'HTTP Basic': (value) => [head([`Authorization: Basic ${base64(`client:${value}`)}`])],
  'the query': (value) => [head([], `GET /x?access_token=${value} HTTP/1.1`)],
  'the query, encoded twice': (value) => [head([], `GET /x?next=${percent(percent(`/y?t=${value}`))} HTTP/1.1`)],
  'the query, encoded three times': (value) => [head([], `GET /x?t=${percent(percent(percent(value)))} HTTP/1.1`)],
  'the user of an absolute target': (value) => [head([], `GET http://me:${value}@localhost/ HTTP/1.1`)],
  'the name of a header': (value) => [head([`${value}: 1`])],
  'the method': (value) => [head([], `${value} / HTTP/1.1`)],
  'the end of a body of 21 tokens': (value, { tokens }) => [post([], [...tokens.slice(0, 20), value].join('&'))],
  'the end of a body of 900 tokens': (value, { tokens }) => [post([], [...tokens, value].join('\n'))],
  'a header block over the limit': (value) => [head([`X: ${'x'.repeat(40_000)}`, bearer(value)])],
  'a header block over the limit, before what is too much': (value) => [
    head([bearer(value), `X: ${'x'.repeat(90_000)}`]),
  ],
  'a body of 150 kB': (value) => [post([], `${'a=b&'.repeat(37_500)}t=${value}`)],
  'bare line feeds': (value) => [head([bearer(value)]).replaceAll('\r', '')],
  'a bare line feed in a header': (value) => [head(['X: a\nb', bearer(value)])],
  'a header without a colon': (value) => [head(['no colon', bearer(value)])],
  'a header with a space before its colon': (value) => [head([bearer(value).replace(':', ' :')])],
  'two lengths': (value) => [post(['Content-Length: 1'], `t=${value}`)],
  'a length and chunks': (value) => [post(['Transfer-Encoding: chunked'], `t=${value}`)],
  'a second, pipelined request': (value) => [head() + head([bearer(value)])],
  'a fifth request, pipelined in segments of their own': (value) => [
    head(),
    head(),
    head(),
    head(),
    head([bearer(value)]),
  ],
  CONNECT: (value) => [head([`Proxy-Authorization: Bearer ${value}`], 'CONNECT example.com:443 HTTP/1.1')],
  'what comes behind a CONNECT': (value) => [head([], 'CONNECT example.com:443 HTTP/1.1') + head([bearer(value)])],
  'an Expect that nobody knows': (value) => [post(['Expect: the-unexpected'], `t=${value}`)],
  'an Expect that is known': (value) => [head(['Expect: 100-continue', 'Content-Length: 9', bearer(value)])],
  'a chunked body': (value) => [chunked(`t=${value}`, 1_000)],
  'a chunked body, cut by the chunks': (value) => [chunked(`t=${value}`, 10)],
  'a chunked body, in chunks of a byte': (value) => [chunked(`t=${value}`, 1)],
  'a chunk that is none': (value) => [`${chunked('t=1', 10).replace(/0\r\n\r\n$/, '')}zz\r\n${value}\r\n`],
  'a trailer': (value) => [chunked('t=1', 10, [], `X-Key: ${value}\r\n`)],
  'a body in base64': (value) => [post([], JSON.stringify({ data: base64(`{"token":"${value}"}`) }))],
  'escapes of JSON': (value) => [post([], `{"token": "${value.replaceAll('_', '\\u005f')}"}`)],
  'a form': (value) => [post([], new URLSearchParams({ client_secret: value }).toString())],
  'UTF-16': (value) => [Buffer.concat([Buffer.from(post([], '', 114)), Buffer.from(value, 'utf16le')])],
  gzip: (value) => [packed(gzipSync(`t=${value}`))],
  'a second, pipelined request in gzip': (value) => [packed(gzipSync('t=1')), packed(gzipSync(`t=${value}`))],
  deflate: (value) => [packed(deflateSync(`t=${value}`), 'deflate')],
  'deflate without its header': (value) => [packed(deflateRawSync(`t=${value}`), 'deflate')],
  'the end of a body that is longer than its length': (value) => [post([], `t=1&t=${value}`, 3)],
  'an upgrade': (value) => [
    head(['Connection: Upgrade', 'Upgrade: websocket', `Sec-WebSocket-Protocol: bearer, ${value}`]),
  ],
  'an upgrade with a body': (value) => [post(['Connection: Upgrade', 'Upgrade: websocket'], `t=${value}`)],
  'what comes behind an upgrade': (value) => [head(['Connection: Upgrade', 'Upgrade: websocket']) + value],
  'segments that cut it': (value) => [head([bearer(value)]).slice(0, 80), head([bearer(value)]).slice(80)],
};

/** What no HTTP server would show at all. */
export const NO_HTTP: Record<string, (value: string) => Delivery> = {
  'a line that is no HTTP': (value) => [`AUTH ${value}\r\n`],
  'a name for a mail server': (value) => ['EHLO example.com\r\n', `AUTH PLAIN ${base64(`\0me\0${value}`)}\r\n`],
  'the password of an FTP client, byte by byte': (value) => ['USER me\r\n', 'PASS ', ...value, '\r\n'],
  'the PROXY protocol': (value) => [`PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n${head([bearer(value)])}`],
  'HTTP/0.9': (value) => [`GET /x?t=${value}\r\n`],
  'a head without an end': (value) => [head([bearer(value)]).trimEnd()],
  'a chunk extension': (value) => [chunked('t=1', 10).replace('3\r\n', `3;key="${value}"\r\n`)],
  'binary data': (value) => [Buffer.from(`\0\x01\x02${value}\xff\xfe`, 'latin1')],
};

/**
 * Sends the pieces, whatever is answered meanwhile, and answers what came back until the server closed, or until the
 * connection was cut: right after the last piece, or when there was an answer.
 */
export async function deliver(
  port: number,
  pieces: Delivery,
  { leave, everyMs = 15 }: { leave?: 'sent' | 'answered'; everyMs?: number } = {},
): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
  let answer = '';
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (data: Buffer) => {
      answer += data.toString('latin1');
      if (leave === 'answered') setTimeout(() => socket.destroy(), 200);
    });
    // a server that closes while it is sent to resets
    socket
      .on('error', () => socket.destroy())
      .once('end', resolve)
      .once('close', resolve);
  });
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) await delay(everyMs);
    if (socket.destroyed) break;
    socket.write(piece);
  }
  if (leave === 'sent') setTimeout(() => socket.destroy(), 50);
  await ended;
  socket.end();
  return answer;
}
