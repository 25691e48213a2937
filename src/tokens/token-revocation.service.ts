import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { MarkedValueRepository } from './changing/marked-value.repository.js';
import { TokenRepository } from './token.repository.js';
import type { RevocationReason } from './tokens.types.js';

/** Revokes tokens for other modules, in their transaction; those modules audit the reason. Returns how many were live before. */
@Injectable()
export class TokenRevocation {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly marked: MarkedValueRepository,
  ) {}

  one(tx: Tx, site: SiteId, id: string, reason: RevocationReason): Promise<number> {
    return this.tokens.revoke(tx, site, { id }, reason);
  }

  /**
   * Ends the token behind a value that strangers may have read. If something other than the token has replaced that value since,
   * ends the value alone: the replacement belongs to its maker only. Returns which of them ended; null when the value had ended
   * before.
   */
  async value(
    tx: Tx,
    site: SiteId,
    { id, lineageKey }: { readonly id: string; readonly lineageKey: string },
    reason: RevocationReason,
  ): Promise<'token' | 'superseded value' | null> {
    if (await this.tokens.isCurrentKey(tx, site, id, lineageKey))
      return (await this.tokens.revoke(tx, site, { id }, reason)) > 0 ? 'token' : null;
    return (await this.tokens.endSupersededKey(tx, site, id, lineageKey)) > 0 ? 'superseded value' : null;
  }

  /** The sign-in tokens of a person: they pass to nobody, and end with the sessions (contract §5). */
  signIns(tx: Tx, site: SiteId, ownerId: string): Promise<number> {
    return this.tokens.revoke(tx, site, { ownerId, kind: 'personal', format: 'jwt' }, 'signed_out');
  }

  /**
   * Tokens that a leaver may have a copy of, although their application is no longer marked (contract §5). Returns the
   * tokens.
   */
  markedOfApplication(tx: Tx, site: SiteId, applicationId: string, reason: RevocationReason): Promise<string[]> {
    return this.marked.endOfApplication(tx, site, applicationId, reason);
  }

  allOfApplication(tx: Tx, site: SiteId, applicationId: string, reason: RevocationReason): Promise<number> {
    return this.tokens.revoke(tx, site, { applicationId }, reason);
  }
}
