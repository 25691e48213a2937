import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../shared/crypto/hashing.js';
import type { Secret } from '../../shared/crypto/secret.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { Credential } from './credential.entity.js';
import { CredentialRepository } from './credential.repository.js';
import type { OpenedCredential } from './credentials.types.js';
import { boundOrigins } from './administration/origins.js';
import { RowSeal } from '../../shared/crypto/row-seal.js';

const RESEAL_BATCH = 200;

export interface VersionedCredential {
  readonly credential: OpenedCredential;
  /** Grows with each change. */
  readonly version: number;
}

/** What other modules ask about credentials. */
@Injectable()
export class Credentials {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly seal: RowSeal,
  ) {}

  /** Returns the version of the credential if this is its secret, else null. */
  async versionOfSecret(siteId: SiteId, id: string, secret: Secret): Promise<number | null> {
    const row = await this.credentials.byId(siteId, id);
    if (row === null) return null;
    const [one, other] = [this.#open(row), secret].map((each) => Buffer.from(sha256(each.reveal())));
    return one !== undefined && other !== undefined && timingSafeEqual(one, other) ? row.version : null;
  }

  /** The credential of a reference, ready for use. @throws UnsealError when no deployment key opens its secret. */
  async opened(siteId: SiteId, id: string | null): Promise<VersionedCredential | null> {
    const row = id === null ? null : await this.credentials.byId(siteId, id);
    if (row === null) return null;
    return {
      credential: { ...row.settings, secret: this.#open(row), origins: boundOrigins(row) },
      version: row.version,
    };
  }

  /** Seals the next secrets with the first deployment key. Returns where to continue, or null when all have been looked at. */
  async reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }> {
    const batch = await this.credentials.nextAcrossSites(tx, after ?? '', RESEAL_BATCH);
    let resealed = 0;
    for (const credential of batch) {
      const sealed = this.seal.resealed('credential-secret', credential.id, credential.sealedSecret);
      if (sealed === null) continue;
      await this.credentials.replaceSealed(tx, credential, sealed);
      resealed++;
    }
    return { resealed, next: batch.length < RESEAL_BATCH ? null : (batch.at(-1)?.id ?? null) };
  }

  #open({ id, sealedSecret }: Credential): Secret {
    return this.seal.open('credential-secret', id, sealedSecret);
  }
}
