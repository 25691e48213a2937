import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import type { Secret } from '../../shared/crypto/secret.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { warnedUntil } from './x509/certificate-expiry.js';
import type { Certificate } from './certificate.entity.js';
import { CertificateRepository } from './certificate.repository.js';
import { RowSeal } from '../../shared/crypto/row-seal.js';

const RESEAL_BATCH = 200;

/** A certificate ready for use in TLS to an upstream. */
export interface OpenedCertificate {
  /** PEM: the certificate and its chain. */
  readonly chain: string;
  /** PEM (PKCS #8). */
  readonly key: Secret | null;
  /** Grows with each change. */
  readonly version: number;
}

/** A certificate that expires soon and needs a warning. */
export type ExpiringCertificate = Pick<Certificate, 'siteId' | 'id' | 'name' | 'validTo'>;

/** What other modules ask about certificates. */
@Injectable()
export class Certificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly seal: RowSeal,
    private readonly clock: Clock,
  ) {}

  /** Some of the certificates that expire soon and that nobody was warned of yet. From the commit on they count as warned of. */
  async takeExpiring(tx: Tx, limit: number): Promise<ExpiringCertificate[]> {
    const now = this.clock.now();
    const until = warnedUntil(now);
    const expiring = await this.certificates.unwarnedAcrossSites(tx, until, limit);
    const ids = expiring.map(({ id }) => id);
    if (ids.length > 0) await this.certificates.markWarned(tx, ids, until, now);
    return expiring;
  }

  /** For a module that refers to it: a certificate of the site, which stays as it is until the commit; or null. */
  async held(tx: Tx, siteId: SiteId, id: string): Promise<{ readonly hasPrivateKey: boolean } | null> {
    const certificate = await this.certificates.byIdForUpdate(tx, siteId, id);
    return certificate && { hasPrivateKey: certificate.sealedKey !== null };
  }

  /** The certificate of a reference, ready for use. @throws UnsealError when no deployment key opens the private key. */
  async opened(siteId: SiteId, id: string | null): Promise<OpenedCertificate | null> {
    const certificate = id === null ? null : await this.certificates.byId(siteId, id);
    if (certificate === null) return null;
    const { sealedKey, chain, version } = certificate;
    const key = sealedKey === null ? null : this.seal.open('certificate-key', certificate.id, sealedKey);
    return { chain, key, version };
  }

  /**
   * Seals the next private keys with the first deployment key. Returns where to continue, or null when all have been looked at.
   */
  async reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }> {
    const batch = await this.certificates.nextAcrossSites(tx, after ?? '', RESEAL_BATCH);
    let resealed = 0;
    for (const certificate of batch) {
      if (certificate.sealedKey === null) continue;
      const sealed = this.seal.resealed('certificate-key', certificate.id, certificate.sealedKey);
      if (sealed === null) continue;
      await this.certificates.replaceSealed(tx, certificate, sealed);
      resealed++;
    }
    return { resealed, next: batch.length < RESEAL_BATCH ? null : (batch.at(-1)?.id ?? null) };
  }
}
