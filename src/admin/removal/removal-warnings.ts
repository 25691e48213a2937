import { Injectable } from '@nestjs/common';
import { ApplicationOwnership } from '../../applications/application-ownership.js';
import type { Tx } from '../../platform/database/transaction.js';
import { TokenOwnership } from '../../tokens/token-ownership.js';
import type { RemovalPlan } from './removal-planning.js';
import type { ApplicationInUse } from '../../applications/applications.types.js';
import type { UserRecord } from '../../directory/users/users.types.js';

/** Warnings of each kind in one answer. Those with the most recent traffic come first, so the ones cut off matter least. */
const MOST = 200;

/** An integration that works today and would stop, or would need attention. */
export interface RemovalWarning {
  readonly type: 'application' | 'token';
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: Date | null;
  readonly reason: 'decommissioned' | 'receiver_lacks_scopes' | 'rotates_itself' | 'makes_credentials';
}

/**
 * Which integrations a removal would stop: those that can do something now and would be decommissioned, or would be left without
 * a scope, because the receiver holds none of the scopes that they need. An application stands for its tokens.
 */
@Injectable()
export class RemovalWarnings {
  constructor(
    private readonly applications: ApplicationOwnership,
    private readonly tokens: TokenOwnership,
  ) {}

  async of(tx: Tx, { user, receiver, held, kept }: RemovalPlan): Promise<RemovalWarning[]> {
    const search = { siteId: user.siteId, ownerId: user.id, held, kept };
    const reason: RemovalWarning['reason'] = receiver === null ? 'decommissioned' : 'receiver_lacks_scopes';
    const applications = await this.applications.stopping(tx, search, MOST);
    const tokens = await this.tokens.stopping(tx, search, MOST);
    const stopping: RemovalWarning[] = [
      ...applications.map((each) => ofApplication(each, reason)),
      ...tokens.map(({ id, name, lastUsedAt }) => ({ type: 'token' as const, id, name, lastUsedAt, reason })),
    ];
    return receiver === null ? stopping : [...stopping, ...(await this.#selfServing(tx, user))];
  }

  /**
   * Integrations that keep calling, but can no longer rotate themselves or make credentials: these need attention (contract §5).
   */
  async #selfServing(tx: Tx, { siteId, id }: UserRecord): Promise<RemovalWarning[]> {
    const applications = await this.applications.selfServing(tx, siteId, id, MOST);
    const tokens = await this.tokens.selfServing(tx, siteId, id, MOST);
    return [
      ...applications.map((each) => ofApplication(each, 'makes_credentials')),
      ...tokens.map(({ makes, ...token }) => {
        return {
          type: 'token' as const,
          ...token,
          reason: makes ? ('makes_credentials' as const) : ('rotates_itself' as const),
        };
      }),
    ];
  }
}

function ofApplication(
  { application, lastUsedAt }: ApplicationInUse,
  reason: RemovalWarning['reason'],
): RemovalWarning {
  return { type: 'application', id: application.id, name: application.name, lastUsedAt, reason };
}
