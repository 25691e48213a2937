import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { CredentialRepository } from './credential.repository.js';
import type { OpenedCredential } from './credentials.types.js';
import { SecretSeal } from './secret-seal.js';

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
    private readonly seal: SecretSeal,
  ) {}

  /** For whoever refers to it: whether the site has it. It stays until the commit. */
  async held(tx: Tx, siteId: SiteId, id: string): Promise<boolean> {
    return (await this.credentials.byIdForUpdate(tx, siteId, id)) !== null;
  }

  /** The credential of a reference, to be used. @throws UnsealError when no deployment key opens its secret. */
  async opened(siteId: SiteId, id: string | null): Promise<VersionedCredential | null> {
    const row = id === null ? null : await this.credentials.byId(siteId, id);
    if (row === null) return null;
    return { credential: { ...row.settings, secret: this.seal.open(row) }, version: row.version };
  }

  /** Seals the next secrets with the first deployment key. Answers where to go on, or null when all were looked at. */
  async reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }> {
    const batch = await this.credentials.nextAcrossSites(tx, after ?? '', RESEAL_BATCH);
    let resealed = 0;
    for (const credential of batch) {
      const sealed = this.seal.resealed(credential);
      if (sealed === null) continue;
      await this.credentials.replaceSealed(tx, credential, sealed);
      resealed++;
    }
    return { resealed, next: batch.length < RESEAL_BATCH ? null : (batch.at(-1)?.id ?? null) };
  }
}
