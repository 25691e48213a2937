import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../shared/authz/principal.js';
import { Clock } from '../../../shared/clock/clock.js';
import type { Secret } from '../../../shared/crypto/secret.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { Ids } from '../../../shared/ids/ids.js';
import { goesToTheSamePlace } from './credential-settings.js';
import type { Credential } from '../credential.entity.js';
import type { CredentialPatch } from '../credential.repository.js';
import type { CredentialSettings } from '../credentials.types.js';
import { boundOrigins, keptOrigins, originOf } from './origins.js';
import { RowSeal } from '../../../shared/crypto/row-seal.js';

export interface NewCredential {
  readonly name: string;
  readonly settings: CredentialSettings;
  readonly secret: Secret;
  /** Where it may be sent, besides its token endpoint; null leaves that open. */
  readonly origins: readonly string[] | null;
}

/** Without a secret, the current one is kept; without origins, the current ones. */
export type WantedCredential = Omit<NewCredential, 'secret'> & { readonly secret: Secret | null };

/** Makes the rows of credentials. */
@Injectable()
export class CredentialFactory {
  constructor(
    private readonly seal: RowSeal,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  create({ siteId, userId }: Principal, { name, settings, secret, origins }: NewCredential): Credential {
    const id = this.ids.next();
    const now = this.clock.now();
    const given = {
      sealedSecret: this.seal.seal('credential-secret', id, secret),
      secretSetAt: now,
      secretSetBy: userId,
    };
    const kept = keptOrigins(origins ?? [], settings);
    return { id, siteId, name, settings, ...given, origins: kept, version: 1, createdAt: now, updatedAt: now };
  }

  /** @throws validationFailed when the kept secret would go to a place that the user who gave it did not choose. */
  patch(row: Credential, by: Principal, { name, settings, secret, origins }: WantedCredential): CredentialPatch {
    if (secret === null) requireSamePlaces(row, { settings, origins });
    const now = this.clock.now();
    const { sealedSecret, secretSetAt, secretSetBy } = row;
    const given =
      secret === null
        ? { sealedSecret, secretSetAt, secretSetBy }
        : {
            sealedSecret: this.seal.seal('credential-secret', row.id, secret),
            secretSetAt: now,
            secretSetBy: by.userId,
          };
    const kept = keptOrigins(origins ?? boundOrigins(row), settings);
    return { name, settings, ...given, origins: kept, version: row.version + 1, updatedAt: now };
  }
}

function requireSamePlaces(
  row: Credential,
  { settings, origins }: Pick<WantedCredential, 'settings' | 'origins'>,
): void {
  const bound = boundOrigins(row);
  const isNew = (origins ?? []).some((origin) => !bound.includes(originOf(origin)));
  if (!isNew && goesToTheSamePlace(row.settings, settings)) return;
  const message = `must be sent again with ${isNew ? 'a new origin' : 'another type or tokenUrl'}`;
  throw validationFailed({ errors: [{ path: 'secret', message }] });
}
