import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { Secret } from '../shared/crypto/secret.js';
import type { Certificate } from './certificate.entity.js';

/** Seals and opens private keys. A sealed one is bound to its certificate's row: it opens in no other. */
@Injectable()
export class PrivateKeySeal {
  constructor(private readonly keyRing: KeyRing) {}

  seal(certificateId: string, key: KeyObject): string {
    return this.keyRing.seal(String(key.export({ type: 'pkcs8', format: 'pem' })), purposeOf(certificateId));
  }

  /** The key as PEM (PKCS #8). @throws UnsealError */
  open({ id, sealedKey }: Certificate): Secret | null {
    return sealedKey === null ? null : new Secret(this.keyRing.open(sealedKey, purposeOf(id)));
  }

  /** The same key sealed with the first deployment key, or null when it already is, or there is none. */
  resealed({ id, sealedKey }: Certificate): string | null {
    if (sealedKey === null || this.keyRing.isSealedWithFirstKey(sealedKey)) return null;
    return this.keyRing.seal(this.keyRing.open(sealedKey, purposeOf(id)), purposeOf(id));
  }
}

function purposeOf(certificateId: string): string {
  return `certificate-key/${certificateId}`;
}
