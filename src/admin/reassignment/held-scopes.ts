import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { Roles } from '../../directory/roles/roles.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';

/** What the roles of a user give now. */
@Injectable()
export class HeldScopes {
  constructor(private readonly roles: Roles) {}

  /** Empty while the user is suspended, because that is what their tokens can do then (contract §9, "Removal"). Sorted. */
  async of(tx: Tx, user: UserRecord): Promise<string[]> {
    if (user.status !== 'active' || user.roles.length === 0) return [];
    const roles = await this.roles.toGive(tx, user.siteId, user.roles);
    return [...new Set(roles.flatMap(({ scopes }) => scopes))].sort();
  }
}
