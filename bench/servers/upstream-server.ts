// An upstream for the gateway: 1 KiB for every request, and 1 GiB at /stream, as fast as the client takes it. It shares a core
// with the load and the database, so it reads no more of a request than it must: GETs, one after another on a connection.
import { createServer, type AddressInfo, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';
const KIBIBYTE = 'x'.repeat(1024);
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const STREAM_BYTES = 1024 ** 3;

const head = (type: string, length: number): string =>
  [
    'HTTP/1.1 200 OK',
    `content-type: ${type}`,
    `content-length: ${length}`,
    `Date: ${new Date().toUTCString()}`,
    'Connection: keep-alive',
    'Keep-Alive: timeout=600',
  ].join('\r\n') + HEAD_END;
const ANSWER = Buffer.from(head('application/json', KIBIBYTE.length) + KIBIBYTE);

const server = createServer({ noDelay: true }, (socket) => {
  let request = '';
  // a load that is stopped drops its connections
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    request += chunk.toString('latin1');
    if (!request.endsWith(HEAD_END)) return;
    const isStream = request.startsWith('GET /stream ');
    request = '';
    if (!isStream) socket.write(ANSWER);
    else {
      socket.write(head('application/octet-stream', STREAM_BYTES));
      pour(socket, STREAM_BYTES);
    }
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('SIGTERM', () => process.exit(0));

function pour(socket: Socket, left: number): void {
  let rest = left;
  while (rest > 0) {
    const chunk = rest < CHUNK.length ? CHUNK.subarray(0, rest) : CHUNK;
    rest -= chunk.length;
    if (!socket.write(chunk)) {
      socket.once('drain', () => {
        pour(socket, rest);
      });
      return;
    }
  }
}
