import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenRepository } from './token.repository.js';
import type { RevocationReason } from './tokens.types.js';

/** Revokes tokens for other modules, in their transaction; they audit why. Answers how many were live before. */
@Injectable()
export class TokenRevocation {
  constructor(private readonly tokens: TokenRepository) {}

  one(tx: Tx, site: SiteId, id: string, reason: RevocationReason): Promise<number> {
    return this.tokens.revoke(tx, site, { id }, reason);
  }

  allOfApplication(tx: Tx, site: SiteId, applicationId: string, reason: RevocationReason): Promise<number> {
    return this.tokens.revoke(tx, site, { applicationId }, reason);
  }
}
