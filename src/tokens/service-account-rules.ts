import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/transaction.js';
import { Roles } from '../directory/roles/roles.service.js';
import { actsAsAdministrator } from '../shared/authz/administrators.js';
import type { Principal } from '../shared/authz/principal.js';
import { missingFrom } from '../shared/authz/scopes.js';
import { validationFailed } from '../shared/errors/general.errors.js';
import { UserDirectory } from '../directory/users/user-directory.service.js';
import type { UserRecord } from '../directory/users/users.types.js';
import { scopeNotHeld } from '../shared/authz/authority.errors.js';
import { serviceAccountRequired } from './tokens.errors.js';

/** A service account, locked, and what its roles give now. */
export interface ServiceAccount {
  readonly account: UserRecord;
  readonly held: readonly string[];
}

export interface MintingFor extends ServiceAccount {
  /** Limits a credential without scopes to what the account holds now; null where its maker holds every scope anyway. */
  readonly ceiling: readonly string[] | null;
}

/** For whom an administrator may make a token, and what it may do. */
@Injectable()
export class ServiceAccountRules {
  constructor(
    private readonly directory: UserDirectory,
    private readonly roles: Roles,
  ) {}

  /**
   * The account, locked. A credential without scopes holds everything that the account's roles give, so its maker has to hold
   * that too. What the account is given later belongs to the maker only if the maker holds every scope; otherwise a ceiling keeps
   * it out. A credential with scopes can only name what the account holds: otherwise it would do nothing and nobody would know
   * why.
   */
  async requireMayMintFor(
    tx: Tx,
    principal: Principal,
    userId: string,
    scopes: readonly string[] | null,
  ): Promise<MintingFor> {
    const { account, held } = await this.lock(tx, principal, userId);
    if (scopes === null) requireHeld(principal, held);
    else requireGiven(account, missingFrom(held, scopes));
    return { account, held, ceiling: scopes === null && !actsAsAdministrator(principal) ? held : null };
  }

  /** The account, locked, and what its roles give now. @throws userNotFound, serviceAccountRequired */
  async lock(tx: Tx, { siteId }: Principal, userId: string): Promise<ServiceAccount> {
    const account = await this.directory.readForUpdate(tx, siteId, userId);
    if (account.kind !== 'service') throw serviceAccountRequired();
    const roles = await this.roles.toGive(tx, siteId, account.roles);
    return { account, held: [...new Set(roles.flatMap((role) => role.scopes))] };
  }
}

function requireHeld({ scopes }: Principal, wanted: readonly string[]): void {
  const scope = missingFrom(scopes, wanted).join(' ');
  if (scope === '') return;
  throw scopeNotHeld({
    detail: `Without scopes the token would hold everything that the account holds. You do not hold: ${scope}`,
    extensions: { scope },
  });
}

function requireGiven({ username }: UserRecord, missing: readonly string[]): void {
  if (missing.length === 0) return;
  const message = `must be scopes that the roles of ${username} grant; these are not: ${missing.join(' ')}`;
  throw validationFailed({ errors: [{ path: 'scopes', message }] });
}
