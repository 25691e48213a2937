import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { type SiteTable, SiteTables } from '../../../platform/database/site-table.js';
import type { Tx } from '../../../platform/database/transaction.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { DeveloperSecret } from './developer-secret.entity.js';

/** The developer secrets of people, one each. */
@Injectable()
export class DeveloperSecretRepository {
  readonly #secrets: SiteTable<DeveloperSecret>;

  constructor(tables: SiteTables) {
    this.#secrets = tables.of(DeveloperSecret);
  }

  ofUser(site: SiteId, userId: string): Promise<DeveloperSecret | null> {
    return this.#secrets.in(site).one({ userId });
  }

  byHash(site: SiteId, hash: string): Promise<DeveloperSecret | null> {
    return this.#secrets.in(site).one({ hash });
  }

  async insert(tx: Tx, secret: DeveloperSecret): Promise<void> {
    await this.#secrets.in(secret.siteId, tx).insert(secret);
  }

  /** Also writes the first secret of a user: an exposed secret is deleted, and its owner has none until they ask for another. */
  async replace(tx: Tx, secret: DeveloperSecret): Promise<void> {
    await this.delete(tx, secret.siteId, secret.userId);
    await this.insert(tx, secret);
  }

  delete(tx: Tx, site: SiteId, userId: string): Promise<number> {
    return this.#secrets.in(site, tx).delete({ userId });
  }

  /** The next secrets of the deployment, in the order of their users' ids. */
  nextAcrossSites(tx: Tx, afterUserId: string, limit: number): Promise<DeveloperSecret[]> {
    const secrets = this.#secrets.acrossSites('the deployment key seals the secrets of every site', tx);
    return secrets.all({ userId: MoreThan(afterUserId) }, { order: { userId: 'ASC' }, limit });
  }

  /** Leaves a secret alone that was rotated in the meantime. */
  async replaceSealed(tx: Tx, { siteId, userId, hash }: DeveloperSecret, sealed: string): Promise<void> {
    await this.#secrets.in(siteId, tx).update({ userId, hash }, { sealed });
  }
}
