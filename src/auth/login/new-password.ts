import { Injectable } from '@nestjs/common';
import type { AuditActor } from '../../platform/audit/audit.types.js';
import type { Tx } from '../../platform/database/transaction.js';
import { Sessions } from '../../directory/sessions/sessions.service.js';
import { Users } from '../../directory/users/users.service.js';
import type { UserForLogin, UserName } from '../../directory/users/users.types.js';
import { TokenRevocation } from '../../tokens/token-revocation.service.js';

/** A new password, however it was set, ends every sign-in under the previous one (OWASP ASVS 7.4.3). */
@Injectable()
export class NewPassword {
  constructor(
    private readonly users: Users,
    private readonly sessions: Sessions,
    private readonly tokens: TokenRevocation,
  ) {}

  async set(tx: Tx, user: UserName, passwordHash: string, actor: AuditActor): Promise<void> {
    await this.users.setPassword(tx, user, passwordHash, actor);
    await this.sessions.endAll(tx, user.siteId, user.id, 'password_changed');
    await this.tokens.signIns(tx, user.siteId, user.id);
  }

  /** Returns false, and sets nothing, when the person no longer signs in with the password that was verified. */
  async exchange(tx: Tx, verified: UserForLogin, passwordHash: string, actor: AuditActor): Promise<boolean> {
    if (!(await this.users.stillSignsIn(tx, verified))) return false;
    await this.set(tx, verified, passwordHash, actor);
    return true;
  }
}
