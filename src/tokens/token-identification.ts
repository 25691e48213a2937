import { Injectable } from '@nestjs/common';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenUsage } from './token-usage.service.js';
import { TokenRepository } from './token.repository.js';
import type { TokenRecord } from './tokens.types.js';

export interface IdentifiedToken {
  readonly token: TokenRecord;
  /** Until when this value works, when it is one that was rotated away; null for the current one. */
  readonly validUntil: Date | null;
}

/** Whose token a text is. Asking is no use of it. */
@Injectable()
export class TokenIdentification {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly usage: TokenUsage,
  ) {}

  /** With its last use, also one of a moment ago that is still to be written. */
  async byValue(site: SiteId, value: string): Promise<IdentifiedToken | null> {
    await this.usage.flush();
    return this.tokens.byHash(site, sha256(value));
  }
}
