import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock/clock.js';
import type { Secret } from '../shared/crypto/secret.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { Ids } from '../shared/ids/ids.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { goesToTheSamePlace } from './credential-settings.js';
import type { Credential } from './credential.entity.js';
import type { CredentialPatch } from './credential.repository.js';
import type { CredentialSettings } from './credentials.types.js';
import { SecretSeal } from './secret-seal.js';

export interface NewCredential {
  readonly name: string;
  readonly settings: CredentialSettings;
  readonly secret: Secret;
}

/** Without a secret, the one before is kept. */
export type WantedCredential = Omit<NewCredential, 'secret'> & { readonly secret: Secret | null };

/** Makes the rows of credentials. */
@Injectable()
export class CredentialFactory {
  constructor(
    private readonly seal: SecretSeal,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  create(siteId: SiteId, { name, settings, secret }: NewCredential): Credential {
    const id = this.ids.next();
    const now = this.clock.now();
    const sealedSecret = this.seal.seal(id, secret);
    return { id, siteId, name, settings, sealedSecret, secretSetAt: now, version: 1, createdAt: now, updatedAt: now };
  }

  /** @throws validationFailed when the secret that is kept would go where whoever gave it did not send it. */
  patch(row: Credential, { name, settings, secret }: WantedCredential): CredentialPatch {
    const now = this.clock.now();
    if (secret === null && !goesToTheSamePlace(row.settings, settings)) {
      const message = 'must be sent again with another type or tokenUrl';
      throw validationFailed({ errors: [{ path: 'secret', message }] });
    }
    const kept = { sealedSecret: row.sealedSecret, secretSetAt: row.secretSetAt };
    const sealed = secret === null ? kept : { sealedSecret: this.seal.seal(row.id, secret), secretSetAt: now };
    return { name, settings, ...sealed, version: row.version + 1, updatedAt: now };
  }
}
