import { type KeyObject, createPrivateKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/clock/clock.js';
import { Secret } from '../../../shared/crypto/secret.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import { Ids } from '../../../shared/ids/ids.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { type Chain, endOfChain, pemOf, readChain, requireUnexpired } from '../x509/certificate-chain.js';
import type { Certificate } from '../certificate.entity.js';
import type { CertificatePatch } from '../certificate.repository.js';
import { RowSeal } from '../../../shared/crypto/row-seal.js';
import { readPrivateKey, requireMatch } from '../x509/private-key.js';

export interface WantedCertificate {
  readonly name: string;
  /** PEM. Left out by a change that keeps the current certificate. */
  readonly certificate?: string | undefined;
  /** PEM. Left out by a change that keeps the current key; null removes it. */
  readonly privateKey?: Secret | null | undefined;
}

/** Makes the rows of certificates from PEM texts: reads, checks and seals them. */
@Injectable()
export class CertificateFactory {
  constructor(
    private readonly seal: RowSeal,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws validationFailed */
  create(siteId: SiteId, { name, certificate = '', privateKey = null }: WantedCertificate): Certificate {
    const id = this.ids.next();
    const chain = this.#acceptable(certificate);
    const sealedKey = privateKey && this.#sealed(id, chain, readPrivateKey(privateKey.reveal()));
    const now = this.clock.now();
    const content = { name, chain: pemOf(chain), sealedKey, validTo: endOfChain(chain) };
    return { id, siteId, ...content, warnedAt: null, version: 1, createdAt: now, updatedAt: now };
  }

  /** @throws validationFailed, also when the key that is kept does not belong to the new certificate. */
  patch(row: Certificate, { name, certificate, privateKey }: WantedCertificate): CertificatePatch {
    const chain = certificate === undefined ? readChain(row.chain) : this.#acceptable(certificate);
    const sealedKey = this.#keyFor(row, chain, privateKey);
    const content = { name, chain: pemOf(chain), sealedKey, validTo: endOfChain(chain) };
    const warnedAt = content.chain === row.chain ? row.warnedAt : null;
    return { ...content, warnedAt, version: row.version + 1, updatedAt: this.clock.now() };
  }

  #keyFor(row: Certificate, chain: Chain, privateKey: Secret | null | undefined): string | null {
    if (privateKey === null || (privateKey === undefined && row.sealedKey === null)) return null;
    if (privateKey !== undefined) return this.#sealed(row.id, chain, readPrivateKey(privateKey.reveal()));
    if (pemOf(chain) !== row.chain) this.#requireKept(row, chain);
    return row.sealedKey;
  }

  #requireKept(row: Certificate, [certificate]: Chain): void {
    const kept = row.sealedKey === null ? null : this.seal.open('certificate-key', row.id, row.sealedKey);
    if (kept !== null && certificate.checkPrivateKey(createPrivateKey(kept.reveal()))) return;
    const message = 'must be sent with a certificate of another key; null takes away the key that is kept';
    throw validationFailed({ errors: [{ path: 'privateKey', message }] });
  }

  #acceptable(pem: string): Chain {
    const chain = readChain(pem);
    requireUnexpired(chain, this.clock.now());
    return chain;
  }

  #sealed(id: string, chain: Chain, key: KeyObject): string {
    requireMatch(chain, key);
    return this.seal.seal('certificate-key', id, new Secret(String(key.export({ type: 'pkcs8', format: 'pem' }))));
  }
}
