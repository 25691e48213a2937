import { Injectable } from '@nestjs/common';
import { sha256 } from '../shared/crypto/hashing.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { TokenUsage } from './token-usage.service.js';
import { TokenRepository } from './token.repository.js';
import type { TokenRecord } from './tokens.types.js';

export interface IdentifiedToken {
  readonly token: TokenRecord;
  /** When this value stops working, if it was rotated away; null for the current value. */
  readonly validUntil: Date | null;
}

/** Finds the token that a text belongs to. The lookup does not count as a use. */
@Injectable()
export class TokenIdentification {
  constructor(
    private readonly tokens: TokenRepository,
    private readonly usage: TokenUsage,
  ) {}

  /** Includes the last use, even one of a moment ago that is still to be written. */
  async byValue(site: SiteId, value: string): Promise<IdentifiedToken | null> {
    await this.usage.flush();
    return this.tokens.byHash(site, sha256(value));
  }
}
