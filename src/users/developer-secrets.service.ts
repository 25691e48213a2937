import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { DeveloperSecretFactory } from './developer-secret-factory.js';
import { DeveloperSecretRepository } from './developer-secret.repository.js';
import type { DeveloperSecretRecord } from './users.types.js';

const RESEAL_BATCH = 200;

/** What other modules do with developer secrets. What their persons do is in own-developer-secret.ts. */
@Injectable()
export class DeveloperSecrets {
  constructor(
    private readonly secrets: DeveloperSecretRepository,
    private readonly factory: DeveloperSecretFactory,
  ) {}

  /** Whose secret a text is. */
  async byValue(siteId: SiteId, value: string): Promise<DeveloperSecretRecord | null> {
    const secret = await this.secrets.byHash(siteId, sha256(value));
    return secret && { userId: secret.userId, last4: secret.last4, createdAt: secret.createdAt };
  }

  /** Ends the secret for another module, in its transaction; answers how many there were. The person rotates for a new one. */
  end(tx: Tx, siteId: SiteId, userId: string): Promise<number> {
    return this.secrets.delete(tx, siteId, userId);
  }

  /** Seals the next secrets with the first deployment key. Answers where to go on, or null when all were looked at. */
  async reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }> {
    const batch = await this.secrets.nextAcrossSites(tx, after ?? '', RESEAL_BATCH);
    let resealed = 0;
    for (const secret of batch) {
      const sealed = this.factory.resealed(secret);
      if (sealed === null) continue;
      await this.secrets.replaceSealed(tx, secret, sealed);
      resealed++;
    }
    return { resealed, next: batch.length < RESEAL_BATCH ? null : (batch.at(-1)?.userId ?? null) };
  }
}
