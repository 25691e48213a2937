import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { actorOf } from '../../audit/audit.types.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { CredentialCheck } from '../credential-check.service.js';
import { undeadCredential } from '../refusal.js';

/** RFC 7009: a client revokes its own tokens, a bearer itself. Anything else is answered the same and left alone. */
@Injectable()
export class OAuthRevocation {
  constructor(
    private readonly check: CredentialCheck,
    private readonly revocation: TokenRevocation,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async revoke(token: string, caller: Actor): Promise<void> {
    const target = undeadCredential(await this.check.token(token));
    const { siteId, credential: own } = caller.principal;
    if (target === null) return;
    const isItself = own.id === target.id;
    const isOfClient =
      own.kind === 'secret' && own.applicationId !== null && own.applicationId === target.applicationId;
    if (!isItself && !isOfClient) return;
    const reason = isItself ? 'revoked_by_itself' : 'revoked_by_client';
    await this.unitOfWork.run(async (tx) => {
      if ((await this.revocation.one(tx, siteId, target.id, reason)) === 0) return;
      await this.audit.record(tx, {
        siteId,
        action: 'token.revoked',
        outcome: 'success',
        actor: actorOf(caller),
        subject: { type: 'token', id: target.id, name: target.name },
        details: { reason },
      });
    });
  }
}
