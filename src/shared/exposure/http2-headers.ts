import {
  type IncomingHttpHeaders,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { Duplex } from 'node:stream';

/** RFC 9113 §3.4: the first bytes of a client that speaks HTTP/2 without asking, such as a gRPC client. */
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const DEADLINE_MS = 1_000;
const SLICE = 16 * 1024;
/** HPACK can repeat a long header with one byte each time. No real request is larger than this. */
const MOST_BYTES = 1024 * 1024;

/**
 * The contents of the requests on an HTTP/2 connection. HPACK packs headers so that they are unreadable in the bytes (RFC 7541
 * §5.2).
 */
export async function http2In(bytes: Buffer): Promise<Buffer> {
  if (!bytes.subarray(0, PREFACE.length).equals(PREFACE)) return Buffer.alloc(0);
  const said: Buffer[] = [];
  let length = 0;
  const session = performServerHandshake(listener(bytes));
  const add = (part: Buffer): void => {
    said.push(part);
    length += part.length;
    if (length >= MOST_BYTES) session.destroy();
  };
  session.on('stream', (stream: ServerHttp2Stream, _headers: IncomingHttpHeaders, _flags: number, raw: string[]) => {
    stream.on('error', () => stream.destroy()).on('data', add);
    add(Buffer.from(`\n${raw.join('\n')}\n`, 'latin1'));
  });
  await over(session);
  return Buffer.concat(said);
}

/** A connection that has received these bytes, and answers nothing. */
function listener(bytes: Buffer): Duplex {
  let at = 0;
  return new Duplex({
    read() {
      this.push(at < bytes.length ? bytes.subarray(at, (at += SLICE)) : null);
    },
    write(_chunk, _encoding, done) {
      done();
    },
  });
}

async function over(session: ServerHttp2Session): Promise<void> {
  await new Promise<void>((resolve) => {
    const deadline = setTimeout(() => {
      session.destroy();
    }, DEADLINE_MS);
    session
      .on('error', () => {
        session.destroy();
      })
      .once('close', () => {
        clearTimeout(deadline);
        resolve();
      });
  });
}
