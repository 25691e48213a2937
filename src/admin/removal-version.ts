import { Injectable } from '@nestjs/common';
import { ApplicationTransfer } from '../applications/application-transfer.js';
import type { Tx } from '../database/transaction.js';
import { sha256 } from '../shared/crypto/hashing.js';
import { TokenTransfer } from '../tokens/token-transfer.js';
import type { RemovalPlan } from './removal-planning.js';

/**
 * A short text for all that a preview shows and that decides what a removal does: whoever receives, what either holds, every
 * application, every token that was made to be kept. Tokens that programs fetch by the minute are left out: they go
 * where what fetched them goes, and would make every preview stale before it is read.
 */
@Injectable()
export class RemovalVersion {
  constructor(
    private readonly applications: ApplicationTransfer,
    private readonly tokens: TokenTransfer,
  ) {}

  async of(tx: Tx, { user, receiver, held, kept }: RemovalPlan): Promise<string> {
    const { siteId, id, status } = user;
    const holdings = [await this.applications.digest(tx, siteId, id), await this.tokens.digest(tx, siteId, id)];
    return sha256(JSON.stringify([id, status, receiver?.id ?? null, held, kept, holdings])).slice(0, 32);
  }
}
