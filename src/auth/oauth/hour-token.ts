import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import type { AuditActor } from '../../audit/audit.types.js';
import type { Tx } from '../../database/transaction.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Principal } from '../../shared/authz/principal.js';
import { Clock } from '../../shared/clock/clock.js';
import { PolicyLimits } from '../../tokens/policy-limits.js';
import { TokenIssuer } from '../../tokens/token-issuer.js';
import type { PersonTokenResponse } from './dto/token.response.js';

const LIFETIME_SECONDS = 3600;
/** RFC 9068 §2.2 wants a client; for a person it is this service, under a name that no client id can have. */
const OWN_CLIENT_ID = 'gatehouse';

/** Issues the JWT of `{api}/auth/token`: for a user, for an hour or less if the site allows no more, with all that the proof of who they are allows. */
@Injectable()
export class HourToken {
  constructor(
    private readonly issuer: TokenIssuer,
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: PolicyLimits,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * `stillProved` is asked in the transaction: a password may have been changed since it was verified. Null when not.
   */
  async issue(
    principal: Principal,
    actor: AuditActor,
    stillProved: (tx: Tx) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<PersonTokenResponse | null> {
    const { siteId, userId, scopes, credential } = principal;
    const { applicationId, clientId } = credential;
    const expiresIn = await this.limits.cap(siteId, LIFETIME_SECONDS);
    const spec = {
      siteId,
      ownerId: userId,
      createdBy: userId,
      kind: applicationId === null ? 'personal' : 'application',
      name: applicationId === null ? `Sign-in of ${principal.username}` : credential.name,
      scopes: null,
      accountId: null,
      allowedNetworks: null,
      applicationId,
      expiresAt: new Date(this.clock.now().getTime() + expiresIn * 1000),
    } as const;
    const subject = { clientId: clientId ?? OWN_CLIENT_ID, scope: scopes.join(' ') };
    const value = await this.unitOfWork.run(async (tx) => {
      if (!(await stillProved(tx))) return null;
      const issued = await this.issuer.issueJwt(tx, spec, subject);
      await this.audit.record(tx, {
        siteId,
        action: 'token.issued',
        outcome: 'success',
        actor,
        subject: { type: 'token', id: issued.token.id, name: spec.name },
        details: { grant: credential.kind === 'secret' ? 'secret' : 'password', clientId, format: 'jwt' },
      });
      return issued.value;
    });
    return value === null ? null : { access_token: value, token_type: 'Bearer', expires_in: expiresIn };
  }
}
