import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { actorOf } from '../audit/audit.types.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { Actor } from '../shared/authz/actor.js';
import { Passwords } from './passwords.service.js';
import { UserRepository } from './user.repository.js';
import { wrongPassword } from './users.errors.js';

/** Asks a signed-in person for their password again before something sensitive. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /** A wrong password is audited as the `action` that it would have allowed. @throws wrongPassword */
  async require(actor: Actor, password: string, action: string): Promise<void> {
    const { siteId, userId, username } = actor.principal;
    const user = await this.users.byId(siteId, userId);
    if (await this.passwords.verify(user?.passwordHash ?? null, password)) return;
    const denial = { siteId, action, outcome: 'denied', reason: 'wrong_password', actor: actorOf(actor) } as const;
    const subject = { type: 'user', id: userId, name: username };
    await this.unitOfWork.run((tx) => this.audit.record(tx, { ...denial, subject }));
    throw wrongPassword();
  }
}
