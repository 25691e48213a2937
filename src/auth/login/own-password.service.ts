import { Injectable } from '@nestjs/common';
import { actorOf } from '../../audit/audit.types.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Sessions } from '../../sessions/sessions.service.js';
import type { LiveSession } from '../../sessions/sessions.types.js';
import type { Actor } from '../../shared/authz/actor.js';
import { PasswordProof } from '../../users/password-proof.service.js';
import { Passwords } from '../../users/passwords.service.js';
import { wrongPassword } from '../../users/users.errors.js';
import { Users } from '../../users/users.service.js';

const ACTION = 'user.password_changed';

/** A signed-in person's change of their own password. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly proof: PasswordProof,
    private readonly passwords: Passwords,
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Ends every session of the person, this one too, and starts a new one in its place: who has copied a cookie is
   * out (OWASP ASVS 7.4.3), and this browser stays signed in.
   * @throws wrongPassword, rateLimited, validationFailed with `path` newPassword
   */
  async change(actor: Actor, currentPassword: string, newPassword: string): Promise<LiveSession> {
    const user = await this.proof.require(actor, currentPassword, ACTION);
    this.passwords.requireAcceptable(newPassword, user, 'newPassword');
    const passwordHash = await this.passwords.hash(newPassword);
    const session = await this.unitOfWork.run(async (tx) => {
      if (!(await this.users.stillSignsIn(tx, user))) return null;
      await this.users.setPassword(tx, user, passwordHash, actorOf(actor));
      await this.sessions.endAll(tx, user.siteId, user.id, 'password_changed');
      return this.sessions.start(tx, user, actor);
    });
    if (session === null) throw wrongPassword();
    return session;
  }
}
