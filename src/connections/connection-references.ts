import { Injectable } from '@nestjs/common';
import { Certificates } from '../certificates/certificates.service.js';
import { Credentials } from '../credentials/credentials.service.js';
import type { Tx } from '../database/transaction.js';
import type { FieldError } from '../shared/errors/domain-error.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import type { SiteId } from '../shared/ids/site-id.js';

export interface References {
  readonly baseUrl: string;
  readonly credentialId: string | null;
  readonly caCertificateId: string | null;
  readonly clientCertificateId: string | null;
}

/** What a connection may refer to. What it does refer to stays until the commit, and from then on the foreign keys hold it. */
@Injectable()
export class ConnectionReferences {
  constructor(
    private readonly credentials: Credentials,
    private readonly certificates: Certificates,
  ) {}

  /** @throws validationFailed; what is another site's is answered like what never was. */
  async require(tx: Tx, siteId: SiteId, wanted: References): Promise<void> {
    const problems = [
      ...httpsAlone(wanted),
      await this.#credentialProblem(tx, siteId, wanted.credentialId),
      await this.#caProblem(tx, siteId, wanted.caCertificateId),
      await this.#clientProblem(tx, siteId, wanted.clientCertificateId),
    ];
    const errors = problems.filter((problem) => problem !== null);
    if (errors.length > 0) throw validationFailed({ errors });
  }

  async #credentialProblem(tx: Tx, siteId: SiteId, id: string | null): Promise<FieldError | null> {
    if (id === null || (await this.credentials.held(tx, siteId, id))) return null;
    return { path: 'credentialId', message: 'is no credential of this site; GET {api}/credentials lists them' };
  }

  async #caProblem(tx: Tx, siteId: SiteId, id: string | null): Promise<FieldError | null> {
    if (id === null || (await this.certificates.held(tx, siteId, id)) !== null) return null;
    return { path: 'caCertificateId', message: NO_CERTIFICATE };
  }

  async #clientProblem(tx: Tx, siteId: SiteId, id: string | null): Promise<FieldError | null> {
    if (id === null) return null;
    const held = await this.certificates.held(tx, siteId, id);
    if (held?.hasPrivateKey === true) return null;
    const message = held === null ? NO_CERTIFICATE : 'is a certificate without a private key, which cannot be shown';
    return { path: 'clientCertificateId', message };
  }
}

const NO_CERTIFICATE = 'is no certificate of this site; GET {api}/certificates lists them';

/** A certificate that is never looked at would be a false comfort. */
function httpsAlone({ baseUrl, caCertificateId, clientCertificateId }: References): FieldError[] {
  if (!baseUrl.startsWith('http:')) return [];
  const given = Object.entries({ caCertificateId, clientCertificateId }).filter(([, id]) => id !== null);
  return given.map(([path]) => ({ path, message: 'is of use with an https address alone' }));
}
