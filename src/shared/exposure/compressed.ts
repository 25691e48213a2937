import { createInflateRaw } from 'node:zlib';
import type { Pace } from '../clock/background-pace.js';
import { type Framing, framingsOf, STEPS } from './framings.js';

/** RFC 1952 §2.3.1: the first bytes, and the flags of the fields before the data. */
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);
const GZIP_HEADER_BYTES = 10;
const [HEADER_CHECKSUM, EXTRA, NAME, COMMENT] = [2, 4, 8, 16];
/** RFC 1950 §2.2, with the usual window. Streams with another window are recognised where a body begins. */
const ZLIB_METHOD = 0x78;
const ZLIB_STARTS = [0x01, 0x5e, 0x9c, 0xda].map((flags) => Buffer.from([ZLIB_METHOD, flags]));
const ZLIB_HEADER_BYTES = 2;

/** The limits for each kind of stream. Only a bomb yields more, and no request has so many streams. */
const MOST_BYTES = 1024 * 1024;
const MOST_STREAMS = 256;
/** No compressed credential is shorter, and no compressed data looks like text for so long. */
const FEWEST_BYTES = 16;
/** Said of a place where a stream could begin and does not: looking at many of them takes time as well. */
const NO_STREAM = -1;

/**
 * The contents of the compressed streams in some bytes, as far as they arrived. gzip and zlib are found wherever they begin.
 * Deflate without a header looks like any other data, so it is tried only where a body begins.
 */
export async function compressedIn(bytes: Buffer, pace: Pace): Promise<Buffer> {
  const parts: Buffer[] = [];
  const framings = await framingsOf(bytes, pace);
  let steps = 0;
  for (const startsIn of [gzipStarts, zlibStarts, bareStarts]) {
    let [bytesLeft, streamsLeft] = [MOST_BYTES, MOST_STREAMS];
    for (const framing of framings)
      for (const start of startsIn(framing)) {
        if (++steps % STEPS === 0) await pace.rest();
        if (start === NO_STREAM) continue;
        if (bytesLeft <= 0 || streamsLeft-- <= 0) break;
        const part = await inflated(framing.bytes.subarray(start), bytesLeft);
        bytesLeft -= part.length;
        parts.push(part);
        await pace.rest();
      }
  }
  return Buffer.concat(parts);
}

function* gzipStarts({ bytes }: Framing): Generator<number> {
  for (const start of occurrences(bytes, GZIP)) yield gzipDataStart(bytes, start);
}

function gzipDataStart(bytes: Buffer, start: number): number {
  const flags = bytes[start + GZIP.length] ?? 0;
  let at = start + GZIP_HEADER_BYTES;
  if ((flags & EXTRA) !== 0) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  for (const text of [NAME, COMMENT]) if ((flags & text) !== 0) at = bytes.indexOf(0, at) + 1;
  return (flags & HEADER_CHECKSUM) === 0 ? at : at + 2;
}

/** Streams with the usual window anywhere, others where a body begins. */
function* zlibStarts({ bytes, bodies }: Framing): Generator<number> {
  for (const header of ZLIB_STARTS)
    for (const start of occurrences(bytes, header)) {
      const data = start + ZLIB_HEADER_BYTES;
      yield isText(bytes, data) ? NO_STREAM : data;
    }
  for (const body of bodies()) {
    const isOther = bytes[body] !== ZLIB_METHOD && isZlibHeader(bytes, body);
    yield isOther ? body + ZLIB_HEADER_BYTES : NO_STREAM;
  }
}

function isZlibHeader(bytes: Buffer, at: number): boolean {
  const [method, flags] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return (method & 0x8f) === 8 && (method * 256 + flags) % 31 === 0 && !isText(bytes, at + ZLIB_HEADER_BYTES);
}

function* bareStarts({ bytes, bodies }: Framing): Generator<number> {
  for (const body of bodies()) yield isText(bytes, body) ? NO_STREAM : body;
}

function isText(bytes: Buffer, start: number): boolean {
  if (start + FEWEST_BYTES > bytes.length) return true;
  for (let at = start; at < start + FEWEST_BYTES; at++) if (!isTextByte(bytes[at] ?? 0)) return false;
  return true;
}

/** Printable ASCII, tabs and line breaks. */
function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function* occurrences(bytes: Buffer, pattern: Buffer): Generator<number> {
  for (let at = bytes.indexOf(pattern); at !== -1; at = bytes.indexOf(pattern, at + 1)) yield at;
}

/** Not createGunzip: it yields nothing when other data follows the member. */
async function inflated(bytes: Buffer, mostBytes: number): Promise<Buffer> {
  const inflate = createInflateRaw();
  inflate.end(bytes);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of inflate as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length >= mostBytes) break;
    }
  } catch {
    // cut off, or not deflated at all: the output so far counts
  }
  return Buffer.concat(parts);
}
