import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock/clock.js';
import { CredentialFormat, last4 } from '../shared/crypto/credential-format.js';
import { sha256 } from '../shared/crypto/hashing.js';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { Randomness } from '../shared/crypto/randomness.js';
import type { DeveloperSecret } from './developer-secret.entity.js';
import type { UserName } from './users.types.js';

/** Makes, seals and opens developer secrets. A sealed one is bound to its user: it opens in no other row. */
@Injectable()
export class DeveloperSecretFactory {
  constructor(
    private readonly format: CredentialFormat,
    private readonly randomness: Randomness,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  make(user: Pick<UserName, 'id' | 'siteId'>): DeveloperSecret {
    const value = this.format.generate('sec', this.randomness);
    return {
      userId: user.id,
      siteId: user.siteId,
      hash: sha256(value),
      sealed: this.keyRing.seal(value, purposeOf(user.id)),
      last4: last4(value),
      createdAt: this.clock.now(),
    };
  }

  open(secret: DeveloperSecret): string {
    return this.keyRing.open(secret.sealed, purposeOf(secret.userId));
  }

  /** The same secret sealed with the first deployment key, or null when it already is. */
  resealed(secret: DeveloperSecret): string | null {
    if (this.keyRing.isSealedWithFirstKey(secret.sealed)) return null;
    return this.keyRing.seal(this.open(secret), purposeOf(secret.userId));
  }
}

function purposeOf(userId: string): string {
  return `developer-secret/${userId}`;
}
