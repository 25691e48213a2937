import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/transaction.js';
import { builtInRole, type RoleDefinition } from '../../shared/authz/built-in-roles.js';
import { missingFrom } from '../../shared/authz/scopes.js';
import { validationFailed } from '../../shared/errors/general.errors.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { RoleRepository } from './role.repository.js';
import { isRoleName } from './rules/role-name.js';
import { everyRole } from './administration/site-scopes.js';

/** Answers what other modules ask about roles and scopes. Keeps nothing between calls: a change takes effect with its commit. */
@Injectable()
export class Roles {
  constructor(private readonly roles: RoleRepository) {}

  /** Every role of the site by name, including the built-in roles. */
  async all(site: SiteId): Promise<RoleDefinition[]> {
    return everyRole(await this.roles.all(site));
  }

  /** @throws validationFailed with each scope that is neither built in nor known to a role of the site. */
  async requireKnownScopes(site: SiteId, scopes: readonly string[]): Promise<void> {
    const known = (await this.all(site)).flatMap((role) => role.scopes);
    const unknown = [...new Set(missingFrom(known, scopes))];
    if (unknown.length === 0) return;
    throw validationFailed({
      errors: unknown.map((scope) => ({
        path: 'scopes',
        message: `${scope} is no scope of this site; GET {api}/scopes lists them`,
      })),
    });
  }

  /** The roles that grant all these scopes, then those that grant some of them; each group by name. */
  async granting(site: SiteId, scopes: readonly string[]): Promise<string[]> {
    const roles = await this.all(site);
    const lacks = (role: RoleDefinition): number => missingFrom(role.scopes, scopes).length;
    const whole = roles.filter((role) => lacks(role) === 0);
    const some = roles.filter((role) => lacks(role) > 0 && lacks(role) < scopes.length);
    return [...whole, ...some].map(({ name }) => name);
  }

  /**
   * The roles of these names, to be given to a user. They can't be deleted before the commit.
   * @throws validationFailed with each name that the site doesn't have.
   */
  async toGive(tx: Tx, site: SiteId, names: readonly string[]): Promise<RoleDefinition[]> {
    const wanted = [...new Set(names)].sort(); // everybody locks in the same order, so two givers don't deadlock
    const unknown = [];
    for (const name of wanted) if (!(await this.#isThere(tx, site, name))) unknown.push(names.indexOf(name));
    if (unknown.length > 0) {
      const message = 'is no role of this site; GET {api}/admin/roles lists them';
      throw validationFailed({ errors: unknown.map((index) => ({ path: `roles.${index}`, message })) });
    }
    const roles = everyRole(await this.roles.all(site, tx));
    return roles.filter(({ name }) => wanted.includes(name));
  }

  async #isThere(tx: Tx, site: SiteId, name: string): Promise<boolean> {
    if (builtInRole(name) !== undefined) return true;
    return isRoleName(name) && (await this.roles.byNameForUpdate(tx, site, name)) !== null;
  }
}
