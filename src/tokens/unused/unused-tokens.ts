import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { SYSTEM } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import type { TokenRecord } from '../tokens.types.js';
import { UnusedTokenRepository } from './unused-token.repository.js';

/** Ends tokens that nobody uses, so that a stray copy of one is worthless. */
@Injectable()
export class UnusedTokens {
  constructor(
    private readonly tokens: UnusedTokenRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * Revokes at most `limit` live tokens of a site whose last use, rotation and creation all lie before `unusedSince`, each with
   * its audit event. Returns them; fewer than `limit` means that no more were left.
   */
  async revoke(tx: Tx, siteId: SiteId, unusedSince: Date, limit: number): Promise<readonly TokenRecord[]> {
    const revoked = await this.tokens.revoke(tx, siteId, unusedSince, limit);
    const entries = revoked.map(({ id, name, last4, lastUsedAt }) => ({
      siteId,
      action: 'token.revoked' as const,
      outcome: 'success' as const,
      actor: SYSTEM,
      subject: { type: 'token', id, name },
      details: { reason: 'unused', last4, lastUsedAt },
    }));
    await this.audit.recordAll(tx, entries);
    return revoked;
  }
}
