import { CHUNK_SIZE } from './readings.js';

/** Bytes, and the places where a body may begin in them. */
export interface Framing {
  readonly bytes: Buffer;
  readonly bodies: () => Iterable<number>;
}

/** The bytes as they came, and, if there are chunked bodies, also the bytes with their chunks joined (RFC 9112 §7.1). */
export function framingsOf(bytes: Buffer): Framing[] {
  const plain = { bytes, bodies: () => bodiesIn(bytes) };
  const text = bytes.toString('latin1');
  const parts: string[] = [];
  const firstChunks: number[] = [];
  let [taken, length] = [0, 0];
  for (const { 0: size, index } of text.matchAll(CHUNK_SIZE)) {
    parts.push(text.slice(taken, index));
    length += index - taken;
    taken = index + size.length;
    // the blank line that ends a head: only one line break separates two chunks
    if (text.endsWith('\r\n', index)) firstChunks.push(length);
  }
  if (parts.length === 0) return [plain];
  const joined = Buffer.from(parts.join('') + text.slice(taken), 'latin1');
  return [{ bytes: joined, bodies: () => [...firstChunks, ...bodiesIn(joined)] }, plain];
}

/** At the very start, and after each blank line. */
function* bodiesIn(bytes: Buffer): Generator<number> {
  yield 0;
  for (let at = bytes.indexOf('\n'); at !== -1; at = bytes.indexOf('\n', at + 1)) {
    const next = bytes[at + 1] === 0x0d ? at + 2 : at + 1;
    if (bytes[next] === 0x0a) yield next + 1;
  }
}
