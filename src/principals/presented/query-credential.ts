/** The form of an opaque credential, whatever prefix the deployment gave it, and whether or not its checksum is right. */
const OPAQUE = /[0-9A-Za-z]_(?:pat|app|sec)_[0-9A-Za-z]{49}/;
/**
 * The first part of a compact JWS (RFC 7515 §7.1). A match begins only where a word does, and only this part is consumed, so that
 * the time grows with the length of the text. No header is shorter: `{"alg":"x"}`.
 */
const JWS_HEADER = /(?<![\w-])([\w-]{15,})\.(?=[\w-]+\.)/g;
/** How base64url writes the start of an object: a brace, and a quote or a blank. Other text may stand right before it. */
const OBJECT_START = /e(?:y[A-DI-L]|w[k-r0-3])/;
/** Longer than the header of any JWT that a server makes. */
const LONGEST_HEADER = 2_000;
/** Each program on the way may encode it once. */
const MOST_ENCODINGS = 4;
/** A query with more texts that look like the header of a JWS, and are none, is taken for one with a credential. */
const MOST_CANDIDATES = 32;

/**
 * Whether the query of a URL contains a credential, in a name or a value, alone or within other text (RFC 6750 §2.3): every log
 * on the way keeps the query. A JWT of any issuer counts.
 */
export function holdsCredentialInQuery(url: string | undefined): boolean {
  const start = url?.indexOf('?') ?? -1;
  if (url === undefined || start === -1) return false;
  let text = url.slice(start + 1);
  const seen = new Set<string>();
  let candidates = 0;
  for (let round = 0; round <= MOST_ENCODINGS; round++) {
    if (OPAQUE.test(text)) return true;
    for (const word of headersIn(text)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const json = objectIn(word);
      if (json === null) continue;
      if (++candidates > MOST_CANDIDATES || isJwsHeader(json)) return true;
    }
    const decoded = percentDecoded(text);
    if (decoded === text) return false;
    text = decoded;
  }
  return false;
}

function* headersIn(text: string): Generator<string> {
  if (!text.includes('.')) return;
  for (const [, word = ''] of text.matchAll(JWS_HEADER)) {
    const start = word.search(OBJECT_START);
    if (start !== -1 && word.length - start <= LONGEST_HEADER) yield word.slice(start);
  }
}

/** The text that a word encodes if it can be a header: parsing the rest would cost far more than reading it. */
function objectIn(word: string): string | null {
  const json = Buffer.from(word, 'base64url').toString('utf8').trimEnd();
  return json.endsWith('}') && json.includes('"alg"') ? json : null;
}

function isJwsHeader(json: string): boolean {
  try {
    const header: unknown = JSON.parse(json);
    return typeof header === 'object' && header !== null && Object.hasOwn(header, 'alg');
  } catch {
    return false;
  }
}

/** Credentials are written in ASCII, so nothing else needs decoding. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
