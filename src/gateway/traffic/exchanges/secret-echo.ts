import type { Headers } from '../calls/forwarded-headers.js';

/** From this length on, a secret is not found by chance in unrelated text. */
const DISTINCTIVE_LENGTH = 8;
/** In a redirect through several servers, each one encodes what it repeats once more. */
const MOST_ENCODINGS = 4;
/** Without it an answer can't be read; and it is a number that is checked against the bytes that arrive. */
const FRAMING = 'content-length';

/**
 * Finds the secrets of an upstream in its answers: as they are, percent-encoded, in base64, or first one and then the other
 * (contract §9). Otherwise, an upstream that repeats the query in a redirect would tell the caller what only we may know.
 */
export class SecretEcho {
  readonly #needles: readonly string[];
  readonly #asWord: RegExp | null;

  constructor(secrets: readonly string[]) {
    const [long, short] = [true, false].map((isLong) =>
      secrets.filter((secret) => secret !== '' && secret.length >= DISTINCTIVE_LENGTH === isLong),
    );
    this.#needles = [...new Set((long ?? []).flatMap(formsOf))];
    // A short secret is older than the rule that forbids it: it counts only where it stands alone.
    this.#asWord = short === undefined || short.length === 0 ? null : standingAlone(short.flatMap(plainForms));
  }

  /** Whether a header of this name with this value contains one of the secrets. */
  isIn(name: string, value: string): boolean {
    if (name === FRAMING) return false;
    let text = value;
    for (let round = 0; round <= MOST_ENCODINGS; round++) {
      if (this.#isPlainIn(text)) return true;
      const decoded = percentDecoded(text);
      if (decoded === text) return false;
      text = decoded;
    }
    return false;
  }

  /** The headers without those that contain a secret; from a list of values, only the values that do are removed. */
  cleared(headers: Headers): Headers {
    const clear: Headers = {};
    for (const [name, value] of Object.entries(headers)) {
      if (this.isIn('', name)) continue;
      const kept = [value].flat().flatMap((each) => this.#kept(name, each));
      const [first] = kept;
      if (first !== undefined) clear[name] = typeof value === 'string' ? first : kept;
    }
    return clear;
  }

  /**
   * A browser has to be told how to read an answer (RFC 9110 §8.3), so only the parameters of its type are left out, if that is
   * enough.
   */
  #kept(name: string, value: string): string[] {
    const bare = name === 'content-type' ? (value.split(';', 1)[0] ?? '').trim() : '';
    return [value, bare].filter((each, i) => (i === 0 || each !== '') && !this.isIn(name, each)).slice(0, 1);
  }

  #isPlainIn(text: string): boolean {
    if (this.#needles.some((needle) => text.includes(needle))) return true;
    if (this.#asWord?.test(text) === true) return true;
    // a form writes blanks as plus signs
    return text.includes('+') && this.#needles.some((needle) => text.replaceAll('+', ' ').includes(needle));
  }
}

function formsOf(secret: string): string[] {
  return [...plainForms(secret), ...[secret, ...percentForms(secret)].flatMap(base64Forms)];
}

/** The secret as it appears in a URL or in a form, encoded once or twice, for text that is put into base64 afterwards. */
function percentForms(secret: string): string[] {
  const once = [encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1)];
  const forms = [...once, ...once.map(encodeURIComponent)];
  const inLowerCase = forms.map((form) => form.replace(/%../g, (hex) => hex.toLowerCase()));
  return [...new Set([...forms, ...inLowerCase])].filter((form) => form !== secret);
}

/** As text, and as its bytes look to a reader of headers as Latin-1 (RFC 9110 §5.5). Names arrive in lower case. */
function plainForms(secret: string): string[] {
  const forms = [secret, Buffer.from(secret, 'utf8').toString('latin1')];
  return [...new Set([...forms, ...forms.map((form) => form.toLowerCase())])];
}

/**
 * What base64 makes of the secret wherever it stands in a longer text, for example `name:secret`: a third of the bytes is shared
 * with the neighbours, so the characters at either end that depend on them are left out. In both alphabets (RFC 4648 §4, §5).
 */
function base64Forms(secret: string): string[] {
  const forms = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret, 'utf8')]);
    const whole = bytes.toString('base64').replace(/=+$/, '');
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((bytes.length * 8) / 6);
    return whole.slice(first, last);
  });
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function standingAlone(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![A-Za-z0-9])(?:${escaped.join('|')})(?![A-Za-z0-9])`);
}

/** Decodes each valid `%XX`, and nothing else: decodeURIComponent gives up at the first sequence that is not UTF-8. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
