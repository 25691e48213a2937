import { describe, expect, it } from '@jest/globals';
import { crc32 } from 'node:zlib';
import { CredentialFormat, last4 } from '../../../src/shared/crypto/credential-format.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const format = new CredentialFormat('gth');
const randomness = new Randomness();

class FixedBytes extends Randomness {
  constructor(private readonly byte: number) {
    super();
  }

  override bytes(length: number): Uint8Array {
    return new Uint8Array(length).fill(this.byte);
  }
}

/** contract §9 in other words than the code's: CRC-32 in base62, padded to six. */
function checksumOf(body: string): string {
  const digits: string[] = [];
  for (let rest = BigInt(crc32(body)); rest > 0n; rest /= 62n) digits.unshift(ALPHABET.charAt(Number(rest % 62n)));
  return digits.join('').padStart(6, '0');
}

describe('the credential format', () => {
  it.each(['pat', 'app', 'sec'] as const)('makes a %s of prefix, kind, 43 digits and a checksum', (kind) => {
    const value = format.generate(kind, randomness);
    expect(value).toMatch(new RegExp(`^gth_${kind}_[0-9A-Za-z]{49}$`));
    expect(value.slice(-6)).toBe(checksumOf(value.slice(0, -6)));
    expect(format.kindOf(value)).toBe(kind);
    expect(new RegExp(`^${format.pattern}$`).test(value)).toBe(true);
    expect(last4(value)).toBe(value.slice(-4));
  });

  it('keeps the width for the least and the greatest random number', () => {
    expect(format.generate('pat', new FixedBytes(0)).slice(8, 51)).toBe('0'.repeat(43));
    const greatest = format.generate('pat', new FixedBytes(255));
    expect(greatest).toHaveLength(57);
    expect(format.isWellFormed(greatest)).toBe(true);
  });

  it('[13] knows every single changed, lost, added or swapped character', () => {
    const value = format.generate('pat', randomness);
    for (let i = 0; i < value.length; i++) {
      const other = value[i] === 'A' ? 'B' : 'A';
      expect(format.isWellFormed(value.slice(0, i) + other + value.slice(i + 1))).toBe(false);
      expect(format.isWellFormed(value.slice(0, i) + value.slice(i + 1))).toBe(false);
      expect(format.isWellFormed(`${value.slice(0, i)}A${value.slice(i)}`)).toBe(false);
      const [a = '', b = ''] = value.slice(i, i + 2);
      if (a !== b && b !== '') expect(format.isWellFormed(value.slice(0, i) + b + a + value.slice(i + 2))).toBe(false);
    }
  });

  it('[13] refuses what only resembles a credential', () => {
    const value = format.generate('pat', randomness);
    const others = [
      '',
      ' ',
      `${value} `,
      ` ${value}`,
      `${value}\n`,
      value.toUpperCase(),
      value.replace('pat', 'xyz'),
      'gth_pat_',
    ];
    for (const other of others)
      expect([other, format.isWellFormed(other), format.kindOf(other)]).toEqual([other, false, null]);
    expect(new CredentialFormat('acme').isWellFormed(value)).toBe(false);
  });

  it('[13] refuses what has a credential in it, though its checksum is right', () => {
    const digits = 'x'.repeat(49);
    for (const prefix of ['agth', '-gth', `gth_pat_${digits}`, `gth_pat_${digits}gth`]) {
      const value = new CredentialFormat(prefix).generate('pat', randomness);
      expect(value.slice(-6)).toBe(checksumOf(value.slice(0, -6)));
      expect([value, format.isWellFormed(value), format.kindOf(value)]).toEqual([value, false, null]);
    }
  });

  it('[14] makes a million without a duplicate and with right checksums', () => {
    const seen = new Set<string>();
    let wellFormed = 0;
    for (let i = 0; i < 1_000_000; i++) {
      const value = format.generate('pat', randomness);
      seen.add(value.slice(8, 51));
      if (format.isWellFormed(value)) wellFormed++;
    }
    expect([seen.size, wellFormed]).toEqual([1_000_000, 1_000_000]);
  }, 240_000);

  it('[14] uses every one of its 256 bits', () => {
    const bitsOf = (value: string): bigint =>
      Array.from(value.slice(8, 51)).reduce((sum, digit) => sum * 62n + BigInt(ALPHABET.indexOf(digit)), 0n);
    let ever = 0n;
    let always = (1n << 256n) - 1n;
    for (let i = 0; i < 200; i++) {
      const bits = bitsOf(format.generate('sec', randomness));
      ever |= bits;
      always &= bits;
    }
    expect([ever, always]).toEqual([(1n << 256n) - 1n, 0n]);
  });
});
