import { Injectable } from '@nestjs/common';
import type { StandingAuthority } from '../../shared/authz/authority.js';
import { Clock } from '../../shared/clock/clock.js';
import { CredentialFormat, last4 } from '../../shared/crypto/credential-format.js';
import { sha256 } from '../../shared/crypto/hashing.js';
import { Randomness } from '../../shared/crypto/randomness.js';
import { Ids } from '../../shared/ids/ids.js';
import type { Application } from '../application.entity.js';
import type { ClientSecret } from './client-secret.entity.js';

export interface IssuedSecret {
  readonly secret: ClientSecret;
  /** The secret itself. It exists in this object and in the answer, and nowhere else. */
  readonly value: string;
}

const CLIENT_ID_BYTES = 16;

/** Makes client ids and client secrets. */
@Injectable()
export class ClientSecretFactory {
  constructor(
    private readonly format: CredentialFormat,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** `app_` and 128 random bits in hex: never a UUID, so it can't equal a user's `sub` (RFC 9700 §4.15). */
  clientId(): string {
    return `app_${Buffer.from(this.randomness.bytes(CLIENT_ID_BYTES)).toString('hex')}`;
  }

  /**
   * A secret ends with its application in any case. If its maker has an end, the secret has an end of its own, no later than the
   * maker's, because the application's end may be lifted.
   */
  make(application: Application, authority: StandingAuthority): IssuedSecret {
    const expiresAt = authority.cut(application.endsAt);
    authority.requireWithin({
      ...application,
      applicationId: application.id,
      scopes: application.scopes ?? application.ceiling,
      accountId: null,
      allowedNetworks: null,
      expiresAt,
    });
    const value = this.format.generate('sec', this.randomness);
    const secret: ClientSecret = {
      id: this.ids.next(),
      siteId: application.siteId,
      applicationId: application.id,
      hash: sha256(value),
      last4: last4(value),
      createdAt: this.clock.now(),
      expiresAt: authority.endsAt === null ? null : expiresAt,
      revokedAt: null,
      ...authority.provenance,
    };
    return { secret, value };
  }
}
