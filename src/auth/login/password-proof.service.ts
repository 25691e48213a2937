import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.service.js';
import { type AuditAction, actorOf } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Actor } from '../../shared/authz/actor.js';
import { SignInLimits } from '../../principals/limits/sign-in-limits.service.js';
import { Passwords } from '../../directory/users/passwords.service.js';
import { wrongPassword } from '../../directory/users/users.errors.js';
import { Users } from '../../directory/users/users.service.js';
import type { UserForLogin } from '../../directory/users/users.types.js';

/** Asks a signed-in person for their password again before a sensitive action. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  /**
   * Returns the user as they were when the password was verified. A wrong password is audited as the `action` that it would have
   * allowed, and counts as a failed sign-in: a stolen session must not be a way to keep guessing.
   * @throws wrongPassword, rateLimited
   */
  async require(actor: Actor, password: string, action: AuditAction): Promise<UserForLogin> {
    const { siteId, userId, username } = actor.principal;
    const proved = await this.limits.attempt('person', userId, actor.address, async () => {
      const user = await this.users.credentialsOf(siteId, userId);
      return (await this.passwords.verify(user?.passwordHash ?? null, password)) ? user : null;
    });
    if (proved !== null) return proved;
    const denial = { siteId, action, outcome: 'denied', reason: 'wrong_password', actor: actorOf(actor) } as const;
    const subject = { type: 'user', id: userId, name: username };
    await this.unitOfWork.run((tx) => this.audit.record(tx, { ...denial, subject }));
    throw wrongPassword();
  }
}
