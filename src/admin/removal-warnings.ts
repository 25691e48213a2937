import { Injectable } from '@nestjs/common';
import { ApplicationTransfer } from '../applications/application-transfer.js';
import type { Tx } from '../database/transaction.js';
import { TokenTransfer } from '../tokens/token-transfer.js';
import type { RemovalPlan } from './removal-planning.js';

/** Warnings of each kind in one answer; those with the latest traffic come first, so the rest matter least. */
const MOST = 200;

/** An integration that works today and would stop. */
export interface RemovalWarning {
  readonly type: 'application' | 'token';
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: Date | null;
  readonly reason: 'decommissioned' | 'receiver_lacks_scopes';
}

/**
 * Which integrations a removal would stop: all that can do something now and is decommissioned, or would be left without a
 * scope, because the receiver holds none of those that it needs. Tokens of applications are spoken for by their application.
 */
@Injectable()
export class RemovalWarnings {
  constructor(
    private readonly applications: ApplicationTransfer,
    private readonly tokens: TokenTransfer,
  ) {}

  async of(tx: Tx, { user, receiver, held, kept }: RemovalPlan): Promise<RemovalWarning[]> {
    const search = { siteId: user.siteId, ownerId: user.id, held, kept };
    const reason: RemovalWarning['reason'] = receiver === null ? 'decommissioned' : 'receiver_lacks_scopes';
    const applications = await this.applications.stopping(tx, search, MOST);
    const tokens = await this.tokens.stopping(tx, search, MOST);
    return [
      ...applications.map(({ application: { id, name }, lastUsedAt }) => {
        return { type: 'application' as const, id, name, lastUsedAt, reason };
      }),
      ...tokens.map(({ id, name, lastUsedAt }) => ({ type: 'token' as const, id, name, lastUsedAt, reason })),
    ];
  }
}
