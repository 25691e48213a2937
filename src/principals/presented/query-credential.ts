/** The form of an opaque credential, whatever prefix the deployment gave it, and whether or not its checksum is right. */
const OPAQUE = /[0-9A-Za-z]_(?:pat|app|sec)_[0-9A-Za-z]{49}/;
/**
 * The first part of a compact JWS (RFC 7515 §7.1). Only this part is consumed, so that the time grows with the length of the
 * text.
 */
const JWS_HEADER = /([\w-]+)\.(?=[\w-]+\.)/g;
/** Longer than the header of any JWT that a server makes. */
const LONGEST_HEADER = 2_000;
/** Each program on the way may encode it once. */
const MOST_ENCODINGS = 4;

/**
 * Whether the query of a URL contains a credential, in a name or a value, alone or within other text (RFC 6750 §2.3): every log
 * on the way keeps the query. A JWT of any issuer counts.
 */
export function holdsCredentialInQuery(url: string | undefined): boolean {
  const start = url?.indexOf('?') ?? -1;
  if (url === undefined || start === -1) return false;
  let text = url.slice(start + 1);
  for (let round = 0; round <= MOST_ENCODINGS; round++) {
    if (OPAQUE.test(text) || holdsJwt(text)) return true;
    const decoded = percentDecoded(text);
    if (decoded === text) return false;
    text = decoded;
  }
  return false;
}

function holdsJwt(text: string): boolean {
  if (!text.includes('.')) return false;
  for (const [, word = ''] of text.matchAll(JWS_HEADER)) {
    const start = word.search(/e[yw]/); // how base64url writes the start of an object; other text may stand right before it
    if (start !== -1 && (isJwsHeader(word) || isJwsHeader(word.slice(start)))) return true;
  }
  return false;
}

function isJwsHeader(word: string): boolean {
  if (word.length > LONGEST_HEADER) return false;
  try {
    const header: unknown = JSON.parse(Buffer.from(word, 'base64url').toString('utf8'));
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
