import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import type { Tx } from '../../platform/database/transaction.js';
import { sha256 } from '../../shared/crypto/hashing.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import type { RemovalPlan } from './removal-planning.js';

/**
 * A short text that stands for everything that a preview shows and that decides what a removal does: the receiver, what both
 * users hold, every application, and every token that was made to be kept. Tokens that programs fetch by the minute are left out:
 * they follow the credential that fetched them, and would make every preview stale before anybody reads it.
 */
@Injectable()
export class RemovalVersion {
  constructor(
    private readonly applications: ApplicationOwnership,
    private readonly tokens: TokenOwnership,
  ) {}

  async of(tx: Tx, { user, receiver, held, kept }: RemovalPlan): Promise<string> {
    const { siteId, id, status } = user;
    const holdings = [await this.applications.digest(tx, siteId, id), await this.tokens.digest(tx, siteId, id)];
    return sha256(JSON.stringify([id, status, receiver?.id ?? null, held, kept, holdings])).slice(0, 32);
  }
}
