import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { sha256 } from './hashing.js';
import type { Randomness } from './randomness.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Thrown when no key of the ring opens a sealed value: its key is gone, or the value was changed. */
export class UnsealError extends Error {
  constructor(options?: ErrorOptions) {
    super('no key opens this sealed value', options);
  }
}

/**
 * Seals values at rest with AES-256-GCM. The first key seals and all of them open, so that a key can be replaced while the
 * service runs. `purpose` is authenticated: a value that is sealed for one purpose can't be opened for another.
 */
export class KeyRing {
  #keys: ReadonlyMap<string, Buffer>;
  #sealingKeyId: string;

  /** `reread` looks for keys that were added since the last read. It is called when a value was sealed with an unknown key. */
  constructor(
    keys: readonly Uint8Array[],
    private readonly randomness: Randomness,
    private readonly reread: () => readonly Uint8Array[] | null = () => null,
  ) {
    [this.#keys, this.#sealingKeyId] = byId(keys);
  }

  /** Takes over keys that were added since the last read, if there is a place to look. A new first key seals from now on. */
  reload(): void {
    const keys = this.reread();
    if (keys !== null) [this.#keys, this.#sealingKeyId] = byId(keys);
  }

  seal(plaintext: string, purpose: string): string {
    const nonce = this.randomness.bytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key(this.#sealingKeyId), nonce);
    cipher.setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.#sealingKeyId}.${sealed.toString('base64url')}`;
  }

  open(sealed: string, purpose: string): string {
    const [keyId = '', body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new UnsealError();
    const decipher = createDecipheriv(ALGORITHM, this.#key(keyId), bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    } catch (cause) {
      throw new UnsealError({ cause });
    }
  }

  /**
   * A ring whose keys are derived from the keys of this ring and a secret (HKDF, RFC 5869): nobody can open what it seals with
   * only one of the two.
   */
  with(secret: string): KeyRing {
    const derived = (keys: readonly Uint8Array[]) => keys.map((key) => derivedKey(key, secret));
    return new KeyRing(derived([...this.#keys.values()]), this.randomness, () => {
      const keys = this.reread();
      return keys && derived(keys);
    });
  }

  /** Whether the value is already sealed with the first key, and a re-sealing run can skip it. */
  isSealedWithFirstKey(sealed: string): boolean {
    return sealed.startsWith(`${this.#sealingKeyId}.`);
  }

  #key(id: string): Buffer {
    if (!this.#keys.has(id)) this.reload();
    const key = this.#keys.get(id);
    if (key === undefined) throw new UnsealError();
    return key;
  }
}

function byId(keys: readonly Uint8Array[]): [ReadonlyMap<string, Buffer>, string] {
  const map = new Map(keys.map((key) => [keyIdOf(key), Buffer.from(key)]));
  const [first] = map.keys();
  if (first === undefined) throw new Error('a key ring needs a key');
  return [map, first];
}

/** A key of the ring has a fixed length, so no other pair of key and secret makes the same input. */
function derivedKey(key: Uint8Array, secret: string): Uint8Array {
  return Buffer.from(hkdfSync('sha256', Buffer.concat([key, Buffer.from(secret)]), '', 'gatehouse', KEY_BYTES));
}

function keyIdOf(key: Uint8Array): string {
  return sha256(Buffer.from(key).toString('base64')).slice(0, 8);
}
