import { Injectable } from '@nestjs/common';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { Secret } from '../shared/crypto/secret.js';
import type { Credential } from './credential.entity.js';

/** Seals and opens the secrets of credentials. A sealed one is bound to its row: it opens in no other. */
@Injectable()
export class SecretSeal {
  constructor(private readonly keyRing: KeyRing) {}

  seal(credentialId: string, secret: Secret): string {
    return this.keyRing.seal(secret.reveal(), purposeOf(credentialId));
  }

  /** @throws UnsealError */
  open({ id, sealedSecret }: Credential): Secret {
    return new Secret(this.keyRing.open(sealedSecret, purposeOf(id)));
  }

  /** The same secret sealed with the first deployment key, or null when it already is. */
  resealed(credential: Credential): string | null {
    if (this.keyRing.isSealedWithFirstKey(credential.sealedSecret)) return null;
    return this.seal(credential.id, this.open(credential));
  }
}

function purposeOf(credentialId: string): string {
  return `credential-secret/${credentialId}`;
}
