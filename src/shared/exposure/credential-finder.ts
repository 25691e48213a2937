import { Injectable } from '@nestjs/common';
import { BackgroundPace, type Pace } from '../clock/background-pace.js';
import { CredentialFormat } from '../crypto/credential-format.js';
import { compressedIn } from './compressed.js';
import { http2In } from './http2-headers.js';
import { pastedReadings } from './pasted-text.js';
import { readings } from './readings.js';

/** Reads this much at once, together with the end of the previous window. A credential whose sent form is longer is not found. */
const WINDOW = 64 * 1024;
const OVERLAP = 32 * 1024;

/**
 * A word that two more follow. The match begins only where a word does, and consumes only the first word. So the time grows with
 * the length of the text, and no JWT is missed because another begins before it.
 */
const JWT = /(?<![\w-])([\w-]{11,})\.(?=([\w-]{8,})\.([\w-]{16,}))/g;
/** A value that a key ring seals: that of a session cookie. */
const SEALED = /([0-9a-f]{8}\.)(?=([\w-]{40,400}))/g;
/** An ES256 signature, and a session's id with its nonce and tag, are 64 bytes. The text after them may look like more digits. */
const DIGITS_OF_64_BYTES = 86;

/**
 * Finds possible credentials of ours in any bytes, however they are encoded (readings.ts). It only knows their forms; the
 * database says which of them are live. It does not search encrypted data, or data compressed with anything other than gzip, zlib
 * or deflate.
 */
@Injectable()
export class CredentialFinder {
  readonly #start: string;

  constructor(private readonly format: CredentialFormat) {
    this.#start = `${format.prefix}_`;
  }

  /** Each once, in the order of the bytes. It takes its time, so that other work goes first. */
  async find(bytes: Buffer, pace: Pace = new BackgroundPace()): Promise<string[]> {
    const found = new Set<string>();
    const asked = await http2In(bytes);
    for (const source of [bytes, await compressedIn(bytes, pace), asked, await compressedIn(asked, pace)])
      for (const window of windows(source))
        for (const text of readings(window)) {
          this.#collect(text, found);
          await pace.rest();
        }
    return [...found];
  }

  /** As `find`, for a text that somebody pasted: also looks through what programs did to it on the way. */
  async findInText(text: string, pace: Pace = new BackgroundPace()): Promise<string[]> {
    return this.find(Buffer.from((await pastedReadings(text, pace)).join('\n')), pace);
  }

  #collect(text: string, found: Set<string>): void {
    const { format } = this;
    for (let at = text.indexOf(this.#start); at !== -1; at = text.indexOf(this.#start, at + 1)) {
      const value = text.slice(at, at + format.length);
      if (format.isWellFormed(value)) found.add(value);
    }
    for (const [, word = '', claims = '', signature = ''] of text.matchAll(JWT)) {
      const start = word.indexOf('eyJ');
      if (start !== -1) addEndings(found, `${word.slice(start)}.${claims}.`, signature);
    }
    for (const [, keyId = '', sealed = ''] of text.matchAll(SEALED)) addEndings(found, keyId, sealed);
  }
}

function addEndings(found: Set<string>, start: string, end: string): void {
  found.add(start + end);
  if (end.length > DIGITS_OF_64_BYTES) found.add(start + end.slice(0, DIGITS_OF_64_BYTES));
}

function* windows(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length; start += WINDOW)
    yield bytes.toString('latin1', Math.max(0, start - OVERLAP), start + WINDOW);
}
