/** The start of the next chunk of a chunked body (RFC 9112 §7.1): its size, and extensions. */
export const CHUNK_SIZE = /\r\n[0-9a-f]{1,16}[ \t]*(?:;[^\r\n]*)?\r\n/gi;
/** The form that some clients write. The end of a line in a binary body may look like it. */
const LOOSE_CHUNK_SIZE = /\r?\n[0-9a-f]{1,16}[ \t]*(?:;[^\r\n]*)?\r?\n/gi;

/** Percent-encoding, escapes of JSON and JavaScript (however often they were escaped themselves), and references of XML. */
const ESCAPE =
  /%u([0-9a-f]{4})|%([0-9a-f]{2})|\\{1,8}u([0-9a-f]{4})|\\{1,8}x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#([0-9]{1,7});/gi;
/** Each program on the way may encode once. No real path has more steps than this. */
const MOST_ESCAPED = 5;

/** Even the shortest credential is longer than this in base64. A line of base64 in a mail is not, so line breaks are included. */
const BASE64 = /[\w+/\r\n-]{64,}/g;

/**
 * The possible readings of a text whose encoding is unknown: as it is, and with chunk sizes, UTF-16's zero bytes, escapes and
 * base64 undone, one inside another in the order in which programs apply them. The time for each reading grows only with the
 * length of the text, and there are at most 24 of them: four framings, each as it is and unescaped, and for each of those the
 * base64 in it, as it is and unescaped.
 */
export function* readings(text: string): Generator<string> {
  const strict = text.replace(CHUNK_SIZE, '');
  for (const framed of new Set([text, strict, text.replace(LOOSE_CHUNK_SIZE, ''), withoutZeros(strict)]))
    for (const plain of new Set([framed, unescaped(framed)])) {
      yield plain;
      const decoded = base64In(plain);
      if (decoded !== '') yield* new Set([decoded, unescaped(withoutZeros(decoded))]);
    }
}

function withoutZeros(text: string): string {
  return text.replaceAll('\0', '');
}

/** The text with its escapes undone, and those that they hide. */
export function unescaped(text: string): string {
  let [before, after] = ['', text];
  for (let i = 0; i < MOST_ESCAPED && after !== before; i++) [before, after] = [after, after.replace(ESCAPE, meant)];
  return after;
}

function meant(_: string, ...groups: (string | undefined)[]): string {
  const [percentU, percent, u, x, hex, decimal] = groups;
  const code = percentU ?? percent ?? u ?? x ?? hex;
  return String.fromCharCode(code === undefined ? Number(decimal) : parseInt(code, 16));
}

/** The meaning of a run of base64 depends on its start, and a path or a line may precede it: all four offsets are tried. */
function base64In(text: string): string {
  const decoded: string[] = [];
  for (const [run] of text.matchAll(BASE64)) {
    const digits = run.replace(/[\r\n]+/g, '');
    for (let start = 0; start < 4; start++) decoded.push(Buffer.from(digits.slice(start), 'base64').toString('latin1'));
  }
  return decoded.join('\n');
}
