import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { actorOf } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { OAuthError } from '../../shared/errors/oauth-error.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';
import { CredentialCheck } from '../../principals/credential-check.service.js';
import { revocableCredential } from '../../principals/refusal.js';

/**
 * RFC 7009 §2.1: a client revokes its own tokens, a bearer token itself. A token of another site gets the same answer as an
 * unknown one. A value that was rotated away ends nothing, because it would end its replacement; an inherited credential ends
 * only itself (contract §5).
 */
@Injectable()
export class OAuthRevocation {
  constructor(
    private readonly check: CredentialCheck,
    private readonly revocation: TokenRevocation,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** @throws OAuthError `unauthorized_client` (RFC 7009 §2.1, RFC 6749 §5.2) */
  async revoke(text: string, caller: Actor): Promise<void> {
    const target = revocableCredential(await this.check.token(await this.check.tokenIn(text)));
    const { siteId, credential: own } = caller.principal;
    if (target === null || target.siteId !== siteId) return;
    const isItself = own.id === target.id;
    const isOfClient =
      own.kind === 'secret' && own.applicationId !== null && own.applicationId === target.applicationId;
    if (!isItself && !isOfClient) throw unauthorizedClient('The token was not issued to this client.');
    if (own.superseded) throw unauthorizedClient('The value was rotated away. Use the new one.');
    if (own.inherited !== null && !isItself) throw unauthorizedClient('An inherited credential can end only itself.');
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

function unauthorizedClient(description: string): OAuthError {
  return new OAuthError(400, 'unauthorized_client', description);
}
