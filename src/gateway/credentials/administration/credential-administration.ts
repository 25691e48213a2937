import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../../platform/audit/audit.types.js';
import type { Page } from '../../../platform/database/page.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { entityTag, requireMatch } from '../../../shared/protocol/entity-tag.js';
import { CredentialFactory, type NewCredential, type WantedCredential } from './credential-factory.js';
import type { Credential } from '../credential.entity.js';
import { CredentialRepository } from '../credential.repository.js';
import { credentialNotFound } from '../credentials.errors.js';
import { boundOrigins } from './origins.js';

/** The credentials of one's site: a secret goes in and never comes out. */
@Injectable()
export class CredentialAdministration {
  constructor(
    private readonly credentials: CredentialRepository,
    private readonly factory: CredentialFactory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  list({ siteId }: Principal, search: { limit: number; cursor?: string | undefined }): Promise<Page<Credential>> {
    return this.credentials.page(siteId, search);
  }

  async read({ siteId }: Principal, id: string): Promise<Credential> {
    const credential = await this.credentials.byId(siteId, id);
    if (credential === null) throw credentialNotFound();
    return credential;
  }

  async create(actor: Actor, wanted: NewCredential): Promise<Credential> {
    const credential = this.factory.create(actor.principal, wanted);
    await this.unitOfWork.run(async (tx) => {
      await this.credentials.insert(tx, credential);
      await this.#record(tx, actor, 'credential.created', credential, bindingOf(credential));
    });
    return credential;
  }

  async replace(actor: Actor, id: string, wanted: WantedCredential, ifMatch?: string): Promise<Credential> {
    return this.unitOfWork.run(async (tx) => {
      const credential = await this.#locked(tx, actor, id);
      requireMatch(ifMatch, entityTag(credential.version));
      const patch = this.factory.patch(credential, actor.principal, wanted);
      await this.credentials.update(tx, credential, patch);
      const changed = Object.assign(credential, patch);
      const details = { ...bindingOf(changed), secretChanged: wanted.secret !== null };
      await this.#record(tx, actor, 'credential.updated', changed, details);
      return changed;
    });
  }

  /** @throws inUse */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const credential = await this.#locked(tx, actor, id);
      await this.credentials.delete(tx, credential);
      await this.#record(tx, actor, 'credential.deleted', credential, { type: credential.settings.type });
    });
  }

  async #locked(tx: Tx, actor: Actor, id: string): Promise<Credential> {
    const credential = await this.credentials.byIdForUpdate(tx, actor.principal.siteId, id);
    if (credential === null) throw credentialNotFound();
    return credential;
  }

  async #record(tx: Tx, actor: Actor, action: AuditAction, row: Credential, details: Record<string, unknown>) {
    const subject = { type: 'credential', id: row.id, name: row.name };
    const entry = { siteId: row.siteId, action, outcome: 'success', actor: actorOf(actor), subject } as const;
    await this.audit.record(tx, { ...entry, details });
  }
}

function bindingOf(credential: Credential): Record<string, unknown> {
  return { ...credential.settings, origins: boundOrigins(credential) };
}
