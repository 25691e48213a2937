// An upstream for the gateway: 1 KiB to whoever asks, and 1 GiB at /stream, as fast as it is taken.
import { createServer, type ServerResponse } from 'node:http';

const KIBIBYTE = Buffer.alloc(1024, 'x');
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const STREAM_BYTES = 1024 ** 3;

const server = createServer((request, response) => {
  if (request.url === '/stream') {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': STREAM_BYTES });
    pour(response, STREAM_BYTES);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': KIBIBYTE.length }).end(KIBIBYTE);
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as { port: number }).port });
});
process.on('SIGTERM', () => process.exit(0));

function pour(response: ServerResponse, left: number): void {
  let rest = left;
  while (rest > 0) {
    const chunk = rest < CHUNK.length ? CHUNK.subarray(0, rest) : CHUNK;
    rest -= chunk.length;
    if (!response.write(chunk)) {
      response.once('drain', () => {
        pour(response, rest);
      });
      return;
    }
  }
  response.end();
}
