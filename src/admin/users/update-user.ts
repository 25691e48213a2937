import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import type { Actor } from '../../shared/authz/actor.js';
import { ROLE_ADMIN } from '../../shared/authz/built-in-roles.js';
import type { Principal } from '../../shared/authz/principal.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import { UserChanges } from '../../directory/users/user-changes.service.js';
import type { UserRecord } from '../../directory/users/users.types.js';
import { MOST_ROLES } from './dto/create-user.request.js';
import { type Changed, UserChange } from './user-change.js';
import { UserRules } from './user-rules.js';

export interface WantedUser {
  readonly username?: string | undefined;
  readonly email?: string | null | undefined;
  readonly roles?: readonly string[] | undefined;
}

/** Renames a user, and gives and takes roles. Tokens of the user shrink and grow with the roles at once. */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly change: UserChange,
    private readonly changes: UserChanges,
    private readonly rules: UserRules,
  ) {}

  async update(actor: Actor, id: string, wanted: WantedUser): Promise<UserRecord> {
    const { roles, ...names } = wanted;
    if (roles !== undefined) this.rules.requireMayChangeRoles(actor.principal);
    return this.change.run(actor, id, 'user.updated', async (tx, user, _site, { principal }) => {
      if (roles !== undefined) this.rules.requireMayChangeRoles(principal);
      const renamed = await this.#rename(tx, user, names);
      return changed(user, roles === undefined ? renamed : await this.#setRoles(tx, principal, renamed, roles));
    });
  }

  async #rename(tx: Tx, user: UserRecord, wanted: Omit<WantedUser, 'roles'>): Promise<UserRecord> {
    if (wanted.email === null && user.kind === 'person')
      throw validationFailed({ errors: [{ path: 'email', message: 'must be an e-mail address; a person needs one' }] });
    const { username = user.username, email = user.email } = wanted;
    if (username === user.username && email === user.email) return user;
    return this.changes.setNames(tx, user, { username, email });
  }

  async #setRoles(tx: Tx, principal: Principal, user: UserRecord, wanted: readonly string[]): Promise<UserRecord> {
    const roles = [...new Set(wanted)];
    const given = missingFrom(user.roles, roles);
    const taken = missingFrom(roles, user.roles);
    if (given.length === 0 && taken.length === 0) return user;
    if (given.length > 0) requireRoom(roles);
    await this.rules.requireMayGive(tx, principal, given);
    if (taken.includes(ROLE_ADMIN)) await this.rules.requireOtherAdministrator(tx, user);
    return this.changes.setRoles(tx, user, roles);
  }
}

/** A user who holds more roles than the limit, from before it existed, may lose some, but gain none. @throws validationFailed */
function requireRoom(roles: readonly string[]): void {
  if (roles.length <= MOST_ROLES) return;
  throw validationFailed({ errors: [{ path: 'roles', message: `must be at most ${MOST_ROLES}` }] });
}

function changed(before: UserRecord, after: UserRecord): Changed<UserRecord> {
  const given = missingFrom(before.roles, after.roles);
  const taken = missingFrom(after.roles, before.roles);
  const details = {
    ...(before.username !== after.username && { username: { from: before.username, to: after.username } }),
    ...(before.email !== after.email && { email: { from: before.email, to: after.email } }),
    ...(given.length + taken.length > 0 && { roles: { given, taken } }),
  };
  return { result: after, details: Object.keys(details).length === 0 ? null : details };
}
