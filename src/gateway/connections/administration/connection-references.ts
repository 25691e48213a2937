import { Injectable } from '@nestjs/common';
import { Certificates } from '../../certificates/certificates.service.js';
import { CredentialBinding } from '../../credentials/credential-binding.js';
import type { Tx } from '../../../platform/database/transaction.js';
import type { Actor } from '../../../shared/authz/actor.js';
import type { FieldError } from '../../../shared/errors/domain-error.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import type { WantedConnection } from './connection-factory.js';
import { CredentialProofs } from './credential-proofs.js';

export interface References {
  readonly baseUrl: string;
  readonly credentialId: string | null;
  readonly caCertificateId: string | null;
  readonly clientCertificateId: string | null;
}

/** What a connection may refer to. The referenced rows stay until the commit; from then on the foreign keys hold them. */
@Injectable()
export class ConnectionReferences {
  constructor(
    private readonly binding: CredentialBinding,
    private readonly certificates: Certificates,
    private readonly proofs: CredentialProofs,
  ) {}

  /**
   * The version of the credential whose secret was sent again; null when none was. Runs before the unit of work, so that a wrong
   * guess is counted and audited whatever happens to the rest.
   * @throws validationFailed, rateLimited
   */
  async prove(actor: Actor, { credentialId, credentialSecret }: WantedConnection): Promise<number | null> {
    if (typeof credentialId !== 'string' || credentialSecret === undefined || credentialSecret === null) return null;
    return this.proofs.require(actor, credentialId, credentialSecret);
  }

  /**
   * @param provedVersion of the credential whose secret the actor has proved to know; null when they have not
   * @throws validationFailed; a row of another site is answered like one that never existed.
   */
  async require(tx: Tx, actor: Actor, wanted: References, provedVersion: number | null): Promise<void> {
    const { siteId } = actor.principal;
    const problems = [
      ...httpsAlone(wanted),
      await this.#credentialProblem(tx, actor, wanted, provedVersion),
      await this.#caProblem(tx, siteId, wanted.caCertificateId),
      await this.#clientProblem(tx, siteId, wanted.clientCertificateId),
    ];
    const errors = problems.filter((problem) => problem !== null);
    if (errors.length > 0) throw validationFailed({ errors });
  }

  async #credentialProblem(
    tx: Tx,
    actor: Actor,
    { credentialId: id, baseUrl }: References,
    provedVersion: number | null,
  ): Promise<FieldError | null> {
    if (id === null) return null;
    const origin = new URL(baseUrl).origin;
    switch (await this.binding.bind(tx, actor, { id, origin, provedVersion })) {
      case 'bound':
        return null;
      case 'unknown':
        return { path: 'credentialId', message: 'is no credential of this site; GET {api}/credentials lists them' };
      case 'unbound':
        return { path: 'credentialSecret', message: `is required: the credential has not been sent to ${origin} yet` };
    }
  }

  async #caProblem(tx: Tx, siteId: SiteId, id: string | null): Promise<FieldError | null> {
    if (id === null || (await this.certificates.held(tx, siteId, id)) !== null) return null;
    return { path: 'caCertificateId', message: NO_CERTIFICATE };
  }

  async #clientProblem(tx: Tx, siteId: SiteId, id: string | null): Promise<FieldError | null> {
    if (id === null) return null;
    const held = await this.certificates.held(tx, siteId, id);
    if (held?.hasPrivateKey === true) return null;
    const message =
      held === null ? NO_CERTIFICATE : 'is a certificate without a private key, which no client can present';
    return { path: 'clientCertificateId', message };
  }
}

const NO_CERTIFICATE = 'is no certificate of this site; GET {api}/certificates lists them';

/** A certificate that is never looked at would be a false comfort. */
function httpsAlone({ baseUrl, caCertificateId, clientCertificateId }: References): FieldError[] {
  if (!baseUrl.startsWith('http:')) return [];
  const given = Object.entries({ caCertificateId, clientCertificateId }).filter(([, id]) => id !== null);
  return given.map(([path]) => ({ path, message: 'applies only to an https address' }));
}
