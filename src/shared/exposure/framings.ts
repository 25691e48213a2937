import type { Pace } from '../clock/background-pace.js';
import { CHUNK_SIZE } from './readings.js';

/** Bytes, and the places where a body may begin in them. */
export interface Framing {
  readonly bytes: Buffer;
  readonly bodies: () => Iterable<number>;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** So many steps between two rests take less than a slice. */
export const STEPS = 512;

/** The bytes as they came, and, if there are chunked bodies, also the bytes with their chunks joined (RFC 9112 §7.1). */
export async function framingsOf(bytes: Buffer, pace: Pace): Promise<Framing[]> {
  const plain = { bytes, bodies: () => bodiesIn(bytes) };
  const text = bytes.toString('latin1');
  const parts: Buffer[] = [];
  const firstChunks: number[] = [];
  let [taken, length] = [0, 0];
  for (const { 0: size, index } of text.matchAll(CHUNK_SIZE)) {
    parts.push(bytes.subarray(taken, index));
    length += index - taken;
    taken = index + size.length;
    // the blank line that ends a head: only one line break separates two chunks
    if (text.startsWith('\r\n', index - 2)) firstChunks.push(length);
    if (parts.length % STEPS === 0) await pace.rest();
  }
  if (parts.length === 0) return [plain];
  const joined = Buffer.concat([...parts, bytes.subarray(taken)]);
  await pace.rest();
  return [{ bytes: joined, bodies: () => [...firstChunks, ...bodiesIn(joined)] }, plain];
}

/** At the very start, and after each blank line. */
function* bodiesIn(bytes: Buffer): Generator<number> {
  yield 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) {
    const next = bytes[at + 1] === CARRIAGE_RETURN ? at + 2 : at + 1;
    if (bytes[next] === LINE_FEED) yield next + 1;
  }
}
