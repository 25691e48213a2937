import { Injectable } from '@nestjs/common';
import { generateKeyPairSync } from 'node:crypto';
import { Clock } from '../../shared/clock/clock.js';
import { KeyRing } from '../../shared/crypto/key-ring.js';
import { Randomness } from '../../shared/crypto/randomness.js';
import { Ids } from '../../shared/ids/ids.js';
import type { Key, KeyPurpose } from './key.entity.js';

const COOKIE_KEY_BYTES = 32;

/** Makes the rows of new keys, and opens the sealed part of stored ones. */
@Injectable()
export class KeyMaterial {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly keyRing: KeyRing,
  ) {}

  generate(purpose: KeyPurpose): Key {
    const id = this.ids.next();
    const row = { id, purpose, createdAt: this.clock.now(), retiredAt: null };
    if (purpose === 'cookie') {
      const secret = Buffer.from(this.randomness.bytes(COOKIE_KEY_BYTES)).toString('base64');
      return { ...row, sealed: this.#seal(secret, row), publicJwk: null };
    }
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: id, alg: 'ES256', use: 'sig' };
    return { ...row, sealed: this.#seal(secret, row), publicJwk: jwk };
  }

  /** The private PEM of a signing key, the base64 of a cookie key. */
  open(key: Key): string {
    return this.keyRing.open(key.sealed, purposeOf(key));
  }

  /** The same key sealed with the first deployment key. */
  reseal(key: Key): string {
    return this.keyRing.seal(this.open(key), purposeOf(key));
  }

  /** Whether the key is sealed with the first deployment key. */
  isCurrent(key: Key): boolean {
    return this.keyRing.isSealedWithFirstKey(key.sealed);
  }

  #seal(secret: string, key: Pick<Key, 'id' | 'purpose'>): string {
    return this.keyRing.seal(secret, purposeOf(key));
  }
}

function purposeOf(key: Pick<Key, 'id' | 'purpose'>): string {
  return `key/${key.purpose}/${key.id}`;
}
