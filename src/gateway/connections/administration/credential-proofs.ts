import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { actorOf } from '../../../platform/audit/audit.types.js';
import { Credentials } from '../../credentials/credentials.service.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { SignInLimits } from '../../../principals/limits/sign-in-limits.service.js';
import type { Secret } from '../../../shared/crypto/secret.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';

/** Asks for the secret of a credential again before the credential is sent somewhere new. */
@Injectable()
export class CredentialProofs {
  constructor(
    private readonly credentials: Credentials,
    private readonly limits: SignInLimits,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * The version of the credential whose secret this is. A wrong secret is audited and counted like a wrong password: somebody who
   * may change connections must not find a secret out by trying.
   * @throws validationFailed, rateLimited
   */
  async require(actor: Actor, id: string, secret: Secret): Promise<number> {
    const { siteId } = actor.principal;
    const version = await this.limits.attempt('person', `credential ${id}`, actor.address, () =>
      this.credentials.versionOfSecret(siteId, id, secret),
    );
    if (version !== null) return version;
    const denial = { siteId, action: 'credential.updated', outcome: 'denied', reason: 'wrong_secret' } as const;
    const subject = { type: 'credential', id };
    await this.unitOfWork.run((tx) => this.audit.record(tx, { ...denial, actor: actorOf(actor), subject }));
    throw validationFailed({
      errors: [{ path: 'credentialSecret', message: 'is not the secret of this credential' }],
    });
  }
}
