import type { IncomingMessage } from 'node:http';
import { CredentialFormat } from '../shared/crypto/credential-format.js';

/** Begins only where a word does: a search from every `eyJ` of a long word would take time that grows with its square. */
const JWT = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{16,}/g;
/** More in one request is nobody's mistake. */
const MOST_FOUND = 20;

/** Finds our credentials anywhere in a request: any header, the target, the body; encoded or not. */
export class CredentialFinder {
  readonly #opaque: RegExp;

  constructor(private readonly format: CredentialFormat) {
    this.#opaque = new RegExp(format.pattern, 'g');
  }

  find(request: IncomingMessage, body: string): string[] {
    const headers = Object.values(request.headers)
      .flat()
      .filter((value) => value !== undefined);
    const basic = headers.map(decodedBasic);
    const texts = [request.url ?? '', ...headers, ...basic, body].flatMap((text) => [text, decoded(text)]);
    const found = new Set(texts.flatMap((text) => this.#in(text)));
    return [...found].slice(0, MOST_FOUND);
  }

  #in(text: string): string[] {
    const opaque = (text.match(this.#opaque) ?? []).filter((value) => this.format.isWellFormed(value));
    return [...opaque, ...(text.match(JWT) ?? [])];
  }
}

function decodedBasic(header: string): string {
  const encoded = /^basic +([A-Za-z0-9+/_-]+=*) *$/i.exec(header)?.[1];
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
}

/** Percent-encoding and JSON escapes undone, piece by piece, whatever the rest of the text is. */
function decoded(text: string): string {
  return text
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
