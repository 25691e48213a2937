import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../shared/crypto/hashing.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { UnsealError } from '../../shared/crypto/key-ring.js';
import { DeveloperSecretFactory } from './developer-secrets/developer-secret-factory.js';
import type { DeveloperSecret } from './developer-secrets/developer-secret.entity.js';
import { DeveloperSecretRepository } from './developer-secrets/developer-secret.repository.js';
import { developerSecretUnreadable } from './users.errors.js';
import type { DeveloperSecretRecord, ShownSecret, UserName } from './users.types.js';

const RESEAL_BATCH = 200;

/** What other modules do with developer secrets. What people do with their own is in auth/login/own-developer-secret.ts. */
@Injectable()
export class DeveloperSecrets {
  constructor(
    private readonly secrets: DeveloperSecretRepository,
    private readonly factory: DeveloperSecretFactory,
  ) {}

  /** Finds the developer secret that a text is. */
  async byValue(siteId: SiteId, value: string): Promise<DeveloperSecretRecord | null> {
    const secret = await this.secrets.byHash(siteId, sha256(value));
    return secret && { userId: secret.userId, last4: secret.last4, createdAt: secret.createdAt };
  }

  /** The secret of a user in clear; null when the user has none. @throws developerSecretUnreadable */
  async show(siteId: SiteId, userId: string): Promise<ShownSecret | null> {
    const secret = await this.secrets.ofUser(siteId, userId);
    return secret && this.#shown(secret);
  }

  /** Gives a user a new secret, also when the user has none now. */
  async replace(tx: Tx, user: Pick<UserName, 'id' | 'siteId'>): Promise<ShownSecret> {
    const secret = this.factory.make(user);
    await this.secrets.replace(tx, secret);
    return this.#shown(secret);
  }

  #shown(secret: DeveloperSecret): ShownSecret {
    try {
      return { secret: this.factory.open(secret), last4: secret.last4, createdAt: secret.createdAt };
    } catch (cause) {
      if (cause instanceof UnsealError) throw developerSecretUnreadable({ cause });
      throw cause;
    }
  }

  /**
   * Ends the secret for another module, in that module's transaction; answers how many were ended. The person gets a new one by
   * rotating.
   */
  end(tx: Tx, siteId: SiteId, userId: string): Promise<number> {
    return this.secrets.delete(tx, siteId, userId);
  }

  /** Seals the next secrets with the first deployment key. Answers where to continue, or null at the end. */
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
