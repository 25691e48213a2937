import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import type { SiteId } from '../shared/ids/site-id.js';
import { notFound } from '../shared/errors/general.errors.js';
import { DeveloperSecretFactory } from './developer-secret-factory.js';
import type { DeveloperSecret } from './developer-secret.entity.js';
import { DeveloperSecretRepository } from './developer-secret.repository.js';
import { PasswordProof } from './password-proof.service.js';
import { UserRepository } from './user.repository.js';

/** A developer secret in clear; in this object and in the answer, and nowhere else. */
export interface ShownSecret {
  readonly secret: string;
  readonly last4: string;
  readonly createdAt: Date;
}

const RESEAL_BATCH = 200;

/** A person's own client secret, for the `Secret` scheme (CONTRACT §3). */
@Injectable()
export class DeveloperSecrets {
  constructor(
    private readonly secrets: DeveloperSecretRepository,
    private readonly factory: DeveloperSecretFactory,
    private readonly users: UserRepository,
    private readonly proof: PasswordProof,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** @throws wrongPassword */
  async reveal(actor: Actor, password: string): Promise<ShownSecret> {
    const { siteId, userId } = actor.principal;
    await this.proof.require(actor, password, 'developer_secret.revealed');
    const secret = await this.secrets.ofUser(siteId, userId);
    if (secret === null) throw notFound();
    await this.unitOfWork.run((tx) => this.#record(tx, actor, 'developer_secret.revealed', secret));
    return this.#shown(secret);
  }

  /** The secret before stops working with this. */
  async rotate(actor: Actor): Promise<ShownSecret> {
    const { siteId, userId: id } = actor.principal;
    const secret = this.factory.make({ id, siteId });
    await this.unitOfWork.run(async (tx) => {
      await this.users.byIdForUpdate(tx, siteId, id); // two rotations at once follow each other
      await this.secrets.replace(tx, secret);
      await this.#record(tx, actor, 'developer_secret.rotated', secret);
    });
    return this.#shown(secret);
  }

  /** Ends the secret for another module, in its transaction; answers how many there were. The person rotates for a new one. */
  end(tx: Tx, siteId: SiteId, userId: string): Promise<number> {
    return this.secrets.delete(tx, siteId, userId);
  }

  /** Seals the next secrets with the first deployment key. Answers where to go on, or null when all were looked at. */
  async reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }> {
    const batch = await this.secrets.nextAcrossSites(tx, after ?? '', RESEAL_BATCH);
    let resealed = 0;
    for (const secret of batch) {
      const sealed = this.factory.resealed(secret);
      if (sealed === null) continue;
      await this.secrets.replaceSealed(tx, secret, sealed);
      resealed++;
    }
    return { resealed, next: batch.length < RESEAL_BATCH ? null : (batch.at(-1)?.userId ?? null) };
  }

  async #record(tx: Tx, actor: Actor, action: string, { userId, last4 }: DeveloperSecret): Promise<void> {
    const { siteId, username } = actor.principal;
    const subject = { type: 'user', id: userId, name: username };
    await this.audit.record(tx, {
      siteId,
      action,
      outcome: 'success',
      actor: actorOf(actor),
      subject,
      details: { last4 },
    });
  }

  #shown(secret: DeveloperSecret): ShownSecret {
    return { secret: this.factory.open(secret), last4: secret.last4, createdAt: secret.createdAt };
  }
}
