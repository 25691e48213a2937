import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../../platform/audit/audit.types.js';
import type { Page } from '../../../platform/database/page.js';
import type { Tx } from '../../../platform/database/transaction.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../shared/authz/actor.js';
import type { Principal } from '../../../shared/authz/principal.js';
import { entityTag, requireMatch } from '../../../shared/protocol/entity-tag.js';
import { ConnectionFactory, type WantedConnection } from './connection-factory.js';
import { ConnectionReferences } from './connection-references.js';
import type { Connection } from '../connection.entity.js';
import { ConnectionRepository } from '../connection.repository.js';
import { connectionNotFound } from '../connections.errors.js';

/** The connections of one's site. */
@Injectable()
export class ConnectionAdministration {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly references: ConnectionReferences,
    private readonly factory: ConnectionFactory,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  list({ siteId }: Principal, search: { limit: number; cursor?: string | undefined }): Promise<Page<Connection>> {
    return this.connections.page(siteId, search);
  }

  async read({ siteId }: Principal, id: string): Promise<Connection> {
    const connection = await this.connections.byId(siteId, id);
    if (connection === null) throw connectionNotFound();
    return connection;
  }

  /**
   * @throws validationFailed when the connection refers to something that the site doesn't have, or would send a credential
   * somewhere new.
   */
  async create(actor: Actor, wanted: WantedConnection): Promise<Connection> {
    const proved = await this.references.prove(actor, wanted);
    const connection = this.factory.create(actor.principal.siteId, wanted);
    await this.unitOfWork.run(async (tx) => {
      await this.references.require(tx, actor, connection, proved);
      await this.connections.insert(tx, connection);
      await this.#record(tx, actor, 'connection.created', connection);
    });
    return connection;
  }

  /**
   * @throws validationFailed when the connection refers to something that the site doesn't have, or would send a credential
   * somewhere new.
   */
  async replace(actor: Actor, id: string, wanted: WantedConnection, ifMatch?: string): Promise<Connection> {
    const proved = await this.references.prove(actor, wanted);
    return this.unitOfWork.run(async (tx) => {
      const connection = await this.#locked(tx, actor, id);
      requireMatch(ifMatch, entityTag(connection.version));
      const patch = this.factory.patch(connection, wanted);
      await this.references.require(tx, actor, patch, proved);
      await this.connections.update(tx, connection, patch);
      const changed = Object.assign(connection, patch);
      await this.#record(tx, actor, 'connection.updated', changed);
      return changed;
    });
  }

  /** @throws inUse */
  async delete(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const connection = await this.#locked(tx, actor, id);
      await this.connections.delete(tx, connection);
      await this.#record(tx, actor, 'connection.deleted', connection);
    });
  }

  async #locked(tx: Tx, actor: Actor, id: string): Promise<Connection> {
    const connection = await this.connections.byIdForUpdate(tx, actor.principal.siteId, id);
    if (connection === null) throw connectionNotFound();
    return connection;
  }

  async #record(tx: Tx, actor: Actor, action: AuditAction, row: Connection): Promise<void> {
    const { baseUrl, credentialId, caCertificateId, clientCertificateId } = row;
    await this.audit.record(tx, {
      siteId: row.siteId,
      action,
      outcome: 'success',
      actor: actorOf(actor),
      subject: { type: 'connection', id: row.id, name: row.name },
      details: { baseUrl, credentialId, caCertificateId, clientCertificateId },
    });
  }
}
