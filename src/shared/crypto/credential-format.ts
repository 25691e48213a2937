import { crc32 } from 'node:zlib';
import type { Randomness } from './randomness.js';

/** `pat` personal token, `app` application token, `sec` client secret (contract §3). */
export type CredentialKind = 'pat' | 'app' | 'sec';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 32;
const RANDOM_DIGITS = 43;
const CHECKSUM_DIGITS = 6;

/**
 * `<prefix>_<kind>_<43 base62 digits of 256 random bits><6 base62 digits of the CRC-32 of everything before it>`. With the
 * checksum, a scanner or the service can tell a mistyped credential from a real one without asking the database.
 */
export class CredentialFormat {
  readonly #pattern: RegExp;
  readonly #patternInText: RegExp;

  constructor(readonly prefix: string) {
    this.#pattern = new RegExp(`^${this.pattern}$`);
    this.#patternInText = new RegExp(`(?<![0-9A-Za-z])${this.pattern}(?![0-9A-Za-z])`, 'g');
  }

  /** The regular expression that secret scanners look for. */
  get pattern(): string {
    return `${this.prefix}_(?:pat|app|sec)_[0-9A-Za-z]{${RANDOM_DIGITS + CHECKSUM_DIGITS}}`;
  }

  /** The length of every credential, in characters. */
  get length(): number {
    return `${this.prefix}_pat_`.length + RANDOM_DIGITS + CHECKSUM_DIGITS;
  }

  generate(kind: CredentialKind, randomness: Randomness): string {
    const body = `${this.prefix}_${kind}_${base62(randomness.bytes(RANDOM_BYTES), RANDOM_DIGITS)}`;
    return body + checksum(body);
  }

  /** Whether the string has our form and a correct checksum. It does not say whether the credential was ever issued. */
  isWellFormed(value: string): boolean {
    if (!this.#pattern.test(value)) return false;
    const end = value.length - CHECKSUM_DIGITS;
    return value.slice(end) === checksum(value.slice(0, end));
  }

  /** The well-formed credentials in a text. One with a letter or a digit right beside it is none. */
  allIn(text: string): string[] {
    return (text.match(this.#patternInText) ?? []).filter((value) => this.isWellFormed(value));
  }

  /** The kind of a well-formed credential, else null. */
  kindOf(value: string): CredentialKind | null {
    if (!this.isWellFormed(value)) return null;
    return value.slice(this.prefix.length + 1, this.prefix.length + 4) as CredentialKind;
  }
}

/** The part of a credential that lists and the audit log show beside its id. */
export function last4(value: string): string {
  return value.slice(-4);
}

function checksum(body: string): string {
  let rest = crc32(body);
  let digits = '';
  for (let i = 0; i < CHECKSUM_DIGITS; i++) {
    digits = ALPHABET.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function base62(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let digits = '';
  while (digits.length < length) {
    digits = ALPHABET.charAt(Number(rest % 62n)) + digits;
    rest /= 62n;
  }
  return digits;
}
