import { createCipheriv, createDecipheriv } from 'node:crypto';
import { sha256 } from './hashing.js';
import type { Randomness } from './randomness.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Thrown when no key of the ring opens a sealed value: it was sealed with a key that is gone, or was changed. */
export class UnsealError extends Error {
  constructor(options?: ErrorOptions) {
    super('no key opens this sealed value', options);
  }
}

/**
 * Seals values at rest with AES-256-GCM. The first key seals, all of them open, so that a key can be replaced
 * while the service runs. `purpose` is authenticated: a value sealed for one purpose can't be opened for another.
 */
export class KeyRing {
  #keys: ReadonlyMap<string, Buffer>;
  #sealingKeyId: string;

  /** `reread` looks for keys that were added since: it is asked when a value was sealed with an unknown key. */
  constructor(
    keys: readonly Uint8Array[],
    private readonly randomness: Randomness,
    private readonly reread: () => readonly Uint8Array[] | null = () => null,
  ) {
    [this.#keys, this.#sealingKeyId] = byId(keys);
  }

  /** Takes over keys that were added since, where there is a place to look; a new first one seals from now on. */
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

  /** Whether a re-sealing run still has to touch this value. */
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

function keyIdOf(key: Uint8Array): string {
  return sha256(Buffer.from(key).toString('base64')).slice(0, 8);
}
