import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../shared/clock/clock.js';
import type { Secret } from '../shared/crypto/secret.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { warnedUntil } from './certificate-expiry.js';
import type { Certificate } from './certificate.entity.js';
import { CertificateRepository } from './certificate.repository.js';
import { PrivateKeySeal } from './private-key-seal.js';

const RESEAL_BATCH = 200;

/** A certificate to be used: for TLS to an upstream. */
export interface OpenedCertificate {
  /** PEM: the certificate and its chain. */
  readonly chain: string;
  /** PEM (PKCS #8). */
  readonly key: Secret | null;
  /** Grows with each change. */
  readonly version: number;
}

/** One that expires soon, to be told of. */
export type ExpiringCertificate = Pick<Certificate, 'siteId' | 'id' | 'name' | 'validTo'>;

/** What other modules ask about certificates. */
@Injectable()
export class Certificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly seal: PrivateKeySeal,
    private readonly clock: Clock,
  ) {}

  /** Some of those that expire soon and that nobody was told of yet. From the commit on they count as told of. */
  async takeExpiring(tx: Tx, limit: number): Promise<ExpiringCertificate[]> {
    const now = this.clock.now();
    const until = warnedUntil(now);
    const expiring = await this.certificates.unwarnedAcrossSites(tx, until, limit);
    const ids = expiring.map(({ id }) => id);
    if (ids.length > 0) await this.certificates.markWarned(tx, ids, until, now);
    return expiring;
  }

  /** For whoever refers to it: a certificate of the site, which stays as it is until the commit; or null. */
  async held(tx: Tx, siteId: SiteId, id: string): Promise<{ readonly hasPrivateKey: boolean } | null> {
    const certificate = await this.certificates.byIdForUpdate(tx, siteId, id);
    return certificate && { hasPrivateKey: certificate.sealedKey !== null };
  }

  /** The certificate of a reference, to be used. @throws UnsealError when no deployment key opens the private key. */
  async opened(siteId: SiteId, id: string | null): Promise<OpenedCertificate | null> {
    const certificate = id === null ? null : await this.certificates.byId(siteId, id);
    if (certificate === null) return null;
    return { chain: certificate.chain, key: this.seal.open(certificate), version: certificate.version };
  }

  /** Seals the next private keys with the first deployment key. Answers where to go on, or null when all were looked at. */
  async reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }> {
    const batch = await this.certificates.nextAcrossSites(tx, after ?? '', RESEAL_BATCH);
    let resealed = 0;
    for (const certificate of batch) {
      const sealed = this.seal.resealed(certificate);
      if (sealed === null) continue;
      await this.certificates.replaceSealed(tx, certificate, sealed);
      resealed++;
    }
    return { resealed, next: batch.length < RESEAL_BATCH ? null : (batch.at(-1)?.id ?? null) };
  }
}
