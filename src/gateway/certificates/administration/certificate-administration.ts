import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../../platform/audit/audit.types.js';
import type { Page } from '../../../platform/database/page.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { entityTag, requireMatch } from '../../../shared/protocol/entity-tag.js';
import { CertificateFactory, type WantedCertificate } from './certificate-factory.js';
import { factsOf } from '../x509/certificate-facts.js';
import type { Certificate } from '../certificate.entity.js';
import { CertificateRepository, type CertificateSearch } from '../certificate.repository.js';
import { certificateNotFound } from '../certificates.errors.js';

/** The certificates of one's site: a private key goes in and never comes out. */
@Injectable()
export class CertificateAdministration {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly factory: CertificateFactory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  list({ siteId }: Principal, search: CertificateSearch): Promise<Page<Certificate>> {
    return this.certificates.page(siteId, search);
  }

  async read({ siteId }: Principal, id: string): Promise<Certificate> {
    const certificate = await this.certificates.byId(siteId, id);
    if (certificate === null) throw certificateNotFound();
    return certificate;
  }

  async create(actor: Actor, wanted: WantedCertificate): Promise<Certificate> {
    const certificate = this.factory.create(actor.principal.siteId, wanted);
    await this.unitOfWork.run(async (tx) => {
      await this.certificates.insert(tx, certificate);
      await this.#record(tx, actor, 'certificate.created', certificate);
    });
    return certificate;
  }

  /** @throws inUse when the certificate would lose its private key while it is used. */
  async replace(actor: Actor, id: string, wanted: WantedCertificate, ifMatch?: string): Promise<Certificate> {
    return this.unitOfWork.run(async (tx) => {
      const certificate = await this.#locked(tx, actor, id);
      requireMatch(ifMatch, entityTag(certificate.version));
      const patch = this.factory.patch(certificate, wanted);
      if (certificate.sealedKey !== null && patch.sealedKey === null)
        await this.certificates.requireUnused(tx, certificate);
      const keyChanged = patch.sealedKey !== certificate.sealedKey;
      await this.certificates.update(tx, certificate, patch);
      const changed = Object.assign(certificate, patch);
      await this.#record(tx, actor, 'certificate.updated', changed, { privateKeyChanged: keyChanged });
      return changed;
    });
  }

  /** @throws inUse */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const certificate = await this.#locked(tx, actor, id);
      await this.certificates.delete(tx, certificate);
      await this.#record(tx, actor, 'certificate.deleted', certificate);
    });
  }

  async #locked(tx: Tx, actor: Actor, id: string): Promise<Certificate> {
    const certificate = await this.certificates.byIdForUpdate(tx, actor.principal.siteId, id);
    if (certificate === null) throw certificateNotFound();
    return certificate;
  }

  async #record(tx: Tx, actor: Actor, action: AuditAction, row: Certificate, details: object = {}): Promise<void> {
    const { fingerprintSha256, validTo } = factsOf(row.chain);
    await this.audit.record(tx, {
      siteId: row.siteId,
      action,
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'certificate', id: row.id, name: row.name },
      details: {
        fingerprintSha256,
        validTo: validTo.toISOString(),
        hasPrivateKey: row.sealedKey !== null,
        ...details,
      },
    });
  }
}
