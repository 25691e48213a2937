import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { namedOnce } from '../../platform/database/named-once.js';
import type { Page } from '../../platform/database/page.js';
import { type SiteTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { deleteUnused, requireUnused } from '../../platform/database/unused-rows.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { Certificate } from './certificate.entity.js';

export interface CertificateSearch {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly expiringBefore?: Date | undefined;
}

export type CertificatePatch = Omit<Certificate, 'id' | 'siteId' | 'createdAt'>;

/** The certificates of a site. */
@Injectable()
export class CertificateRepository {
  readonly #certificates: SiteTable<Certificate>;

  constructor(tables: SiteTables) {
    this.#certificates = tables.of(Certificate);
  }

  byId(site: SiteId, id: string): Promise<Certificate | null> {
    return this.#certificates.in(site).one({ id });
  }

  byIdForUpdate(tx: Tx, site: SiteId, id: string): Promise<Certificate | null> {
    return this.#certificates.in(site, tx).one({ id }, { lock: true });
  }

  page(site: SiteId, { limit, cursor, expiringBefore }: CertificateSearch): Promise<Page<Certificate>> {
    const where = expiringBefore === undefined ? {} : { validTo: LessThan(expiringBefore) };
    return this.#certificates.in(site).page({ limit, cursor, where });
  }

  async insert(tx: Tx, certificate: Certificate): Promise<void> {
    await namedOnce('certificate', () => this.#certificates.in(certificate.siteId, tx).insert(certificate));
  }

  async update(tx: Tx, { siteId, id }: Certificate, patch: CertificatePatch): Promise<void> {
    await namedOnce('certificate', () => this.#certificates.in(siteId, tx).update({ id }, patch));
  }

  async requireUnused(tx: Tx, { siteId, id }: Certificate): Promise<void> {
    await requireUnused(this.#certificates.in(siteId, tx), id);
  }

  async delete(tx: Tx, { siteId, id }: Certificate): Promise<void> {
    await deleteUnused(this.#certificates.in(siteId, tx), id);
  }

  /** The next certificates of the deployment that have a private key, in the order of their ids. */
  nextAcrossSites(tx: Tx, afterId: string, limit: number): Promise<Certificate[]> {
    const certificates = this.#certificates.acrossSites('the deployment key seals the keys of every site', tx);
    const where = { id: MoreThan(afterId), sealedKey: Not(IsNull()) };
    return certificates.all(where, { order: { id: 'ASC' }, limit });
  }

  /** The certificates of the deployment that expire by then and that nobody was warned of. */
  unwarnedAcrossSites(tx: Tx, until: Date, limit: number): Promise<Certificate[]> {
    const where = { validTo: LessThanOrEqual(until), warnedAt: IsNull() };
    return this.#expiring(tx).all(where, { order: { validTo: 'ASC' }, limit });
  }

  /** Skips a certificate that was renewed meanwhile: nobody was warned of its new expiry. */
  async markWarned(tx: Tx, ids: readonly string[], until: Date, warnedAt: Date): Promise<void> {
    await this.#expiring(tx).update({ id: In([...ids]), validTo: LessThanOrEqual(until) }, { warnedAt });
  }

  #expiring(tx: Tx) {
    return this.#certificates.acrossSites('scheduled clean-up looks after every site', tx);
  }

  /** Skips a key that was replaced meanwhile. */
  async replaceSealed(tx: Tx, { siteId, id, version }: Certificate, sealedKey: string): Promise<void> {
    await this.#certificates.in(siteId, tx).update({ id, version }, { sealedKey });
  }
}
