import { Injectable } from '@nestjs/common';
import { actorOf } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import type { LiveSession } from '../../directory/sessions/sessions.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { PasswordProof } from './password-proof.service.js';
import { Passwords } from '../../directory/users/passwords.service.js';
import { wrongPassword } from '../../directory/users/users.errors.js';
import { NewPassword } from './new-password.js';

const ACTION = 'user.password_changed';

/** Lets a signed-in person change their own password. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly proof: PasswordProof,
    private readonly passwords: Passwords,
    private readonly newPassword: NewPassword,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Ends every session of the person, including this one, and starts a new one in its place: anybody who copied a cookie is
   * locked out (OWASP ASVS 7.4.3), and this browser stays signed in.
   * @throws wrongPassword, rateLimited, validationFailed with `path` newPassword
   */
  async change(actor: Actor, currentPassword: string, newPassword: string): Promise<LiveSession> {
    const user = await this.proof.require(actor, currentPassword, ACTION);
    this.passwords.requireAcceptable(newPassword, user, 'newPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    const session = await this.unitOfWork.run(async (tx) => {
      const isChanged = await this.newPassword.exchange(tx, user, passwordHash, actorOf(actor));
      return isChanged ? this.sessions.start(tx, user, actor) : null;
    });
    if (session === null) throw wrongPassword();
    return session;
  }
}
