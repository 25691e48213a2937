import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../shared/authz/actor.js';
import { SignInLimits } from '../../principals/limits/sign-in-limits.service.js';
import { loginName } from '../../shared/authz/login-name.js';
import { DomainError } from '../../shared/errors/domain-error.js';
import { Passwords } from '../../directory/users/passwords.service.js';
import { Users } from '../../directory/users/users.service.js';
import type { UserForLogin } from '../../directory/users/users.types.js';
import { type SignInRefusalReason, SignInRefusals } from './sign-in-refusals.js';

/**
 * Judges a username (or email address) and a password, for a session and for a token alike. Whatever is wrong, it takes the same
 * time and gives the same answer (OWASP ASVS 6.3.8); the audit log has the reason.
 */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
    private readonly refusals: SignInRefusals,
  ) {}

  /**
   * The person, or null when the sign-in is not valid. Before giving anything to the person, check in its unit of work whether
   * they still sign in this way (`Users.stillSignsIn`).
   * @throws rateLimited
   */
  async verify(login: string, password: string, context: RequestContext): Promise<UserForLogin | null> {
    try {
      return await this.limits.attempt('person', await this.#who(login), context.address, () =>
        this.#judge(login, password, context),
      );
    } catch (error) {
      if (error instanceof DomainError && error.code === 'rate_limited') this.refusals.recordLimited(context);
      throw error;
    }
  }

  /**
   * Guesses count for the user, whichever of their names was tried; otherwise for the unknown name; or, for texts that can't be a
   * name, all together.
   */
  async #who(login: string): Promise<string> {
    return (await this.users.byLogin(login))?.id ?? loginName(login) ?? '';
  }

  async #judge(login: string, password: string, context: RequestContext): Promise<UserForLogin | null> {
    const user = await this.users.byLogin(login); // again: the call may have waited for its turn
    const matches = await this.passwords.verify(user?.passwordHash ?? null, password);
    const reason = reasonAgainst(user, matches);
    if (reason === null) return user;
    await this.refusals.record(user, reason, context);
    return null;
  }
}

function reasonAgainst(user: UserForLogin | null, matches: boolean): SignInRefusalReason | null {
  if (user === null) return 'unknown_user';
  if (user.kind === 'service') return 'service_account';
  if (user.status !== 'active') return 'user_suspended';
  if (user.passwordHash === null) return 'no_password';
  return matches ? null : 'wrong_password';
}
