import { Injectable } from '@nestjs/common';
import { type Page, unknownCursor } from '../../../platform/database/page.js';
import type { RoleDefinition } from '../../../shared/authz/built-in-roles.js';
import type { Principal } from '../../../shared/authz/principal.js';
import type { SiteId } from '../../../shared/ids/site-id.js';
import { isRoleName } from '../rules/role-name.js';
import { roleNotFound } from '../roles.errors.js';
import { Roles } from '../roles.service.js';
import { describeScope } from './site-scopes.js';

export interface ScopeEntry {
  readonly scope: string;
  readonly description: string;
  readonly roles: string[];
  readonly held: boolean;
}

/** Lists roles and scopes. */
@Injectable()
export class RoleListing {
  constructor(private readonly roles: Roles) {}

  /** Sorted by name, unlike other lists: the built-in roles have no id, and a site has few roles. */
  async page(site: SiteId, request: { limit: number; cursor?: string }): Promise<Page<RoleDefinition>> {
    const { limit, cursor = '' } = request;
    if (cursor !== '' && !isRoleName(cursor)) throw unknownCursor();
    const rest = (await this.roles.all(site)).filter(({ name }) => name > cursor);
    const items = rest.slice(0, limit);
    return { items, nextCursor: rest.length > limit ? (items.at(-1)?.name ?? null) : null };
  }

  async read(site: SiteId, name: string): Promise<RoleDefinition> {
    const role = (await this.roles.all(site)).find((candidate) => candidate.name === name);
    if (role === undefined) throw roleNotFound();
    return role;
  }

  /** Every scope of the site, with its meaning and its roles, and whether the principal holds it. */
  async scopes(principal: Principal): Promise<ScopeEntry[]> {
    const roles = await this.roles.all(principal.siteId);
    const all = [...new Set(roles.flatMap(({ scopes }) => scopes))].sort();
    return all.map((scope) => ({
      scope,
      description: describeScope(scope),
      roles: roles.filter(({ scopes }) => scopes.includes(scope)).map(({ name }) => name),
      held: principal.scopes.includes(scope),
    }));
  }
}
