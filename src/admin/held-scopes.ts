import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Roles } from '../roles/roles.service.js';
import type { UserRecord } from '../users/users.types.js';

/** What the roles of a user give at this moment. */
@Injectable()
export class HeldScopes {
  constructor(private readonly roles: Roles) {}

  /** None while suspended: that is what the user's tokens can do then (CONTRACT §9, "Removal"). Sorted. */
  async of(tx: Tx, user: UserRecord): Promise<string[]> {
    if (user.status !== 'active' || user.roles.length === 0) return [];
    const roles = await this.roles.toGive(tx, user.siteId, user.roles);
    return [...new Set(roles.flatMap(({ scopes }) => scopes))].sort();
  }
}
