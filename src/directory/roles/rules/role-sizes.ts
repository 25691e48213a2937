import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/transaction.js';
import { isBuiltInScope } from '../../../shared/authz/scopes.js';
import { validationFailed } from '../../../shared/errors/general.errors.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { Sites } from '../../sites/sites.service.js';
import type { WantedRole } from '../administration/role-factory.js';
import type { Role } from '../role.entity.js';
import { RoleRepository } from '../role.repository.js';
import { tooManyScopes } from '../roles.errors.js';
import { ownScopes } from '../administration/site-scopes.js';

const LONGEST_SCOPE = 60;
const MOST_OWN_SCOPES = 1_000;

/**
 * Limits how much the roles of a site may hold (contract §9, "Sizes"). A role or a site that was beyond a limit before the limit
 * existed keeps what it has. It may lose scopes, and gains none.
 */
@Injectable()
export class RoleSizes {
  constructor(
    private readonly sites: Sites,
    private readonly roles: RoleRepository,
  ) {}

  /** Locks the site until the commit: two roles that are made at once are counted one after the other. */
  async lock(tx: Tx, siteId: SiteId): Promise<Role[]> {
    await this.sites.lock(tx, siteId);
    return this.roles.all(siteId, tx);
  }

  /** `added`: the scopes that the role will give and doesn't give now. @throws validationFailed */
  requireShort({ scopes }: WantedRole, added: readonly string[]): void {
    const errors = added
      .filter((scope) => scope.length > LONGEST_SCOPE)
      .map((scope) => ({
        path: `scopes.${scopes.indexOf(scope)}`,
        message: `must have at most ${LONGEST_SCOPE} characters`,
      }));
    if (errors.length > 0) throw validationFailed({ errors });
  }

  /** @throws tooManyScopes when the wanted role brings new scopes to the site, and the site would then have too many. */
  requireRoom(before: readonly Role[], wanted: WantedRole & { readonly name: string }): void {
    const known = ownScopes(before);
    const others = before.filter(({ name }) => name !== wanted.name);
    const after = ownScopes([...others, wanted]);
    const isFresh = wanted.scopes.some((scope) => !isBuiltInScope(scope) && !known.includes(scope));
    if (isFresh && after.length > MOST_OWN_SCOPES)
      throw tooManyScopes({ detail: `The site would have ${after.length} scopes of its own.` });
  }
}
