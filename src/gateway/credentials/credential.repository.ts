import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { namedOnce } from '../../platform/database/named-once.js';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { deleteUnused } from '../../platform/database/unused-rows.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Credential } from './credential.entity.js';

export type CredentialPatch = Omit<Credential, 'id' | 'siteId' | 'createdAt'>;

/** The credentials that a site shows to its upstreams. */
@Injectable()
export class CredentialRepository {
  readonly #credentials: SiteTable<Credential>;

  constructor(tables: SiteTables) {
    this.#credentials = tables.of(Credential);
  }

  byId(site: SiteId, id: string): Promise<Credential | null> {
    return this.#credentials.in(site).one({ id });
  }

  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<Credential | null> {
    return this.#credentials.in(site, tx).one({ id }, { lock: true });
  }

  page(site: SiteId, { limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<Page<Credential>> {
    return this.#credentials.in(site).page({ limit, cursor });
  }

  async insert(tx: Tx, credential: Credential): Promise<void> {
    await namedOnce('credential', () => this.#credentials.in(credential.siteId, tx).insert(credential));
  }

  async update(tx: Tx, { siteId, id }: Credential, patch: CredentialPatch): Promise<void> {
    await namedOnce('credential', () => this.#credentials.in(siteId, tx).update({ id }, patch));
  }

  /** The credential may be sent there from now on. Whatever was built from the row notices. */
  async bind(tx: Tx, { siteId, id, version }: Credential, origins: string[], updatedAt: Date): Promise<void> {
    await this.#credentials.in(siteId, tx).update({ id }, { origins, version: version + 1, updatedAt });
  }

  async delete(tx: Tx, { siteId, id }: Credential): Promise<void> {
    await deleteUnused(this.#credentials.in(siteId, tx), id);
  }

  /** The next credentials of the deployment, in the order of their ids. */
  nextAcrossSites(tx: Tx, afterId: string, limit: number): Promise<Credential[]> {
    const credentials = this.#credentials.acrossSites('the deployment key seals the secrets of every site', tx);
    return credentials.all({ id: MoreThan(afterId) }, { order: { id: 'ASC' }, limit });
  }

  /** Skips a secret that was replaced meanwhile. */
  async replaceSealed(tx: Tx, { siteId, id, version }: Credential, sealedSecret: string): Promise<void> {
    await this.#credentials.in(siteId, tx).update({ id, version }, { sealedSecret });
  }
}
