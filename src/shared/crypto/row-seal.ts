import { Injectable } from '@nestjs/common';
import { KeyRing } from './key-ring.js';
import { Secret } from './secret.js';

/** The purpose of the secret in a row. It is part of the sealed value, which opens for that purpose only. */
export type SealPurpose = 'credential-secret' | 'certificate-key' | 'developer-secret';

/** Seals the secrets of rows with the deployment keys. A sealed secret is bound to its row, and opens in no other. */
@Injectable()
export class RowSeal {
  constructor(private readonly keyRing: KeyRing) {}

  seal(purpose: SealPurpose, rowId: string, secret: Secret): string {
    return this.keyRing.seal(secret.reveal(), `${purpose}/${rowId}`);
  }

  /** @throws UnsealError */
  open(purpose: SealPurpose, rowId: string, sealed: string): Secret {
    return new Secret(this.keyRing.open(sealed, `${purpose}/${rowId}`));
  }

  /**
   * The same secret sealed with the first deployment key, or null when it is already sealed with that key. @throws UnsealError
   */
  resealed(purpose: SealPurpose, rowId: string, sealed: string): string | null {
    if (this.keyRing.isSealedWithFirstKey(sealed)) return null;
    return this.seal(purpose, rowId, this.open(purpose, rowId, sealed));
  }
}
