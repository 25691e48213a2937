import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../../platform/audit/audit.types.js';
import { isDuplicateKey } from '../../../platform/database/database-failures.js';
import { type Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import { builtInRole } from '../../../shared/authz/built-in-roles.js';
import { missingFrom } from '../../../shared/authz/scopes.js';
import { duplicateName } from '../../../shared/errors/general.errors.js';
import { requireMatch } from '../../../shared/protocol/entity-tag.js';
import { RoleFactory, roleTag, type WantedRole } from './role-factory.js';
import { RoleRules } from '../rules/role-rules.js';
import { RoleSizes } from '../rules/role-sizes.js';
import type { Role } from '../role.entity.js';
import { RoleRepository } from '../role.repository.js';
import { roleInUse, roleNotFound } from '../roles.errors.js';

/** Creates, changes and deletes the roles of a site. A change affects every holder of the role at once. */
@Injectable()
export class RoleAdministration {
  constructor(
    private readonly roles: RoleRepository,
    private readonly rules: RoleRules,
    private readonly sizes: RoleSizes,
    private readonly factory: RoleFactory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async create(actor: Actor, name: string, wanted: WantedRole): Promise<Role> {
    const { siteId } = actor.principal;
    this.rules.requireUsableScopes(wanted.scopes);
    if (builtInRole(name) !== undefined) throw nameTaken();
    return this.unitOfWork.run(async (tx) => {
      const own = await this.sizes.lock(tx, siteId);
      this.rules.requireMayAdd(await this.rules.standing(tx, actor), wanted.scopes, own);
      this.sizes.requireShort(wanted, wanted.scopes);
      this.sizes.requireRoom(own, { ...wanted, name });
      const role = this.factory.create(siteId, name, wanted);
      await this.#insert(tx, role);
      await this.#record(tx, actor, 'role.created', role, { scopes: role.scopes });
      return role;
    });
  }

  async replace(actor: Actor, name: string, wanted: WantedRole, ifMatch?: string): Promise<Role> {
    this.rules.requireChangeable(name);
    this.rules.requireUsableScopes(wanted.scopes);
    return this.unitOfWork.run(async (tx) => {
      const own = await this.sizes.lock(tx, actor.principal.siteId);
      const principal = await this.rules.standing(tx, actor);
      const role = await this.#locked(tx, actor, name);
      requireMatch(ifMatch, roleTag(role));
      const added = missingFrom(role.scopes, wanted.scopes);
      this.rules.requireMayAdd(principal, added, own);
      this.rules.requireMayGiveMore(principal, name, added);
      this.sizes.requireShort(wanted, added);
      this.sizes.requireRoom(own, { ...wanted, name });
      const patch = this.factory.patch(wanted);
      await this.roles.update(tx, role, patch);
      const removed = missingFrom(patch.scopes, role.scopes);
      await this.#record(tx, actor, 'role.updated', role, { added, removed, scopes: patch.scopes });
      return Object.assign(role, patch);
    });
  }

  async delete(actor: Actor, name: string): Promise<void> {
    this.rules.requireChangeable(name);
    await this.unitOfWork.run(async (tx) => {
      const role = await this.#locked(tx, actor, name);
      const holders = await this.roles.countHolders(tx, role);
      if (holders > 0) {
        const detail = `${holders} ${holders === 1 ? 'user holds' : 'users hold'} it.`;
        throw roleInUse({ detail, extensions: { users: holders } });
      }
      await this.roles.delete(tx, role);
      await this.#record(tx, actor, 'role.deleted', role, { scopes: role.scopes });
    });
  }

  async #locked(tx: Tx, actor: Actor, name: string): Promise<Role> {
    const role = await this.roles.byNameForUpdate(tx, actor.principal.siteId, name);
    if (role === null) throw roleNotFound();
    return role;
  }

  async #insert(tx: Tx, role: Role): Promise<void> {
    try {
      await this.roles.insert(tx, role);
    } catch (error) {
      if (isDuplicateKey(error)) throw nameTaken();
      throw error;
    }
  }

  async #record(
    tx: Tx,
    actor: Actor,
    action: AuditAction,
    role: Role,
    details: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, {
      siteId: role.siteId,
      action,
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'role', id: role.id, name: role.name },
      details,
    });
  }
}

function nameTaken() {
  return duplicateName({ errors: [{ path: 'name', message: 'is the name of another role' }] });
}
