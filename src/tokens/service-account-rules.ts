import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction.js';
import { Roles } from '../roles/roles.service.js';
import type { Principal } from '../shared/authz/principal.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { UserDirectory } from '../users/user-directory.service.js';
import type { UserRecord } from '../users/users.types.js';
import { scopeNotHeld, serviceAccountRequired } from './tokens.errors.js';

/** For whom an administrator makes a token, and with what. */
@Injectable()
export class ServiceAccountRules {
  constructor(
    private readonly directory: UserDirectory,
    private readonly roles: Roles,
  ) {}

  /**
   * The account, locked. A token without scopes holds all that the account's roles give, so its maker has to hold that too;
   * a token with scopes can only name what the account holds, or it would do nothing and nobody would know why.
   */
  async requireMayMintFor(
    tx: Tx,
    principal: Principal,
    userId: string,
    scopes: readonly string[] | null,
  ): Promise<UserRecord> {
    const account = await this.directory.readForUpdate(tx, principal.siteId, userId);
    if (account.kind !== 'service') throw serviceAccountRequired();
    const held = new Set((await this.roles.toGive(tx, account.siteId, account.roles)).flatMap((role) => role.scopes));
    if (scopes === null) requireHeld(principal, [...held]);
    else
      requireGiven(
        account,
        scopes.filter((scope) => !held.has(scope)),
      );
    return account;
  }
}

function requireHeld({ scopes }: Principal, wanted: readonly string[]): void {
  const scope = missingFrom(scopes, wanted).join(' ');
  if (scope === '') return;
  throw scopeNotHeld({
    detail: `Without scopes the token would hold all that the account does. You do not hold: ${scope}`,
    extensions: { scope },
  });
}

function requireGiven({ username }: UserRecord, missing: readonly string[]): void {
  if (missing.length === 0) return;
  const message = `must be scopes that the roles of ${username} give; these are not: ${missing.join(' ')}`;
  throw validationFailed({ errors: [{ path: 'scopes', message }] });
}
