import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type AuditAction, actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { UnsealError } from '../shared/crypto/key-ring.js';
import { DeveloperSecretFactory } from './developer-secret-factory.js';
import type { DeveloperSecret } from './developer-secret.entity.js';
import { DeveloperSecretRepository } from './developer-secret.repository.js';
import { PasswordProof } from './password-proof.service.js';
import { developerSecretNotFound, developerSecretUnreadable } from './users.errors.js';
import { Users } from './users.service.js';

/** A developer secret in clear; in this object and in the answer, and nowhere else. */
export interface ShownSecret {
  readonly secret: string;
  readonly last4: string;
  readonly createdAt: Date;
}

/** A person's own client secret, for the `Secret` scheme (CONTRACT §3). */
@Injectable()
export class OwnDeveloperSecret {
  constructor(
    private readonly secrets: DeveloperSecretRepository,
    private readonly factory: DeveloperSecretFactory,
    private readonly users: Users,
    private readonly proof: PasswordProof,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws wrongPassword, rateLimited, developerSecretNotFound when it was revoked and not yet rotated,
   *   developerSecretUnreadable.
   */
  async reveal(actor: Actor, password: string): Promise<ShownSecret> {
    const { siteId, userId } = actor.principal;
    await this.proof.require(actor, password, 'developer_secret.revealed');
    const secret = await this.secrets.ofUser(siteId, userId);
    if (secret === null) throw developerSecretNotFound();
    const shown = this.#shown(secret);
    await this.unitOfWork.run((tx) => this.#record(tx, actor, 'developer_secret.revealed', secret));
    return shown;
  }

  /** The secret before stops working with this. */
  async rotate(actor: Actor): Promise<ShownSecret> {
    const { siteId, userId: id } = actor.principal;
    const secret = this.factory.make({ id, siteId });
    await this.unitOfWork.run(async (tx) => {
      // Locks the user: two rotations at once follow each other, and none comes after a suspension.
      if (!(await this.users.isActive(tx, siteId, id))) throw developerSecretNotFound();
      await this.secrets.replace(tx, secret);
      await this.#record(tx, actor, 'developer_secret.rotated', secret);
    });
    return this.#shown(secret);
  }

  async #record(tx: Tx, actor: Actor, action: AuditAction, { userId, last4 }: DeveloperSecret): Promise<void> {
    const { siteId, username } = actor.principal;
    const subject = { type: 'user', id: userId, name: username };
    const entry = { siteId, action, outcome: 'success', actor: actorOf(actor), subject } as const;
    await this.audit.record(tx, { ...entry, details: { last4 } });
  }

  #shown(secret: DeveloperSecret): ShownSecret {
    try {
      return { secret: this.factory.open(secret), last4: secret.last4, createdAt: secret.createdAt };
    } catch (cause) {
      if (cause instanceof UnsealError) throw developerSecretUnreadable({ cause });
      throw cause;
    }
  }
}
