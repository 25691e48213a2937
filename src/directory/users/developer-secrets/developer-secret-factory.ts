import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import { CredentialFormat, last4 } from '../../../shared/crypto/credential-format.js';
import { sha256 } from '../../../shared/crypto/hashing.js';
import { RowSeal } from '../../../shared/crypto/row-seal.js';
import { Secret } from '../../../shared/crypto/secret.js';
import { Randomness } from '../../../shared/crypto/randomness.js';
import type { DeveloperSecret } from './developer-secret.entity.js';
import type { UserName } from '../users.types.js';

/** Makes, seals and opens developer secrets. A sealed secret is bound to its user, and opens in no other row. */
@Injectable()
export class DeveloperSecretFactory {
  constructor(
    private readonly format: CredentialFormat,
    private readonly randomness: Randomness,
    private readonly seal: RowSeal,
    private readonly clock: Clock,
  ) {}

  make(user: Pick<UserName, 'id' | 'siteId'>): DeveloperSecret {
    const value = this.format.generate('sec', this.randomness);
    return {
      userId: user.id,
      siteId: user.siteId,
      hash: sha256(value),
      sealed: this.seal.seal('developer-secret', user.id, new Secret(value)),
      last4: last4(value),
      createdAt: this.clock.now(),
    };
  }

  open({ userId, sealed }: DeveloperSecret): string {
    return this.seal.open('developer-secret', userId, sealed).reveal();
  }

  /** The same secret sealed with the first deployment key, or null when it is already sealed with that key. */
  resealed({ userId, sealed }: DeveloperSecret): string | null {
    return this.seal.resealed('developer-secret', userId, sealed);
  }
}
