import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../shared/authz/actor.js';
import { PasswordGuesses } from '../../shared/authz/password-guesses.js';
import { DomainError } from '../../shared/errors/domain-error.js';
import { Passwords } from '../../users/passwords.service.js';
import { Users } from '../../users/users.service.js';
import type { UserForLogin } from '../../users/users.types.js';
import { type SignInRefusalReason, SignInRefusals } from './sign-in-refusals.js';

/**
 * Judges a username (or e-mail address) and a password, for a session and for a token alike. Whatever is wrong, it
 * takes the same time and answers the same (OWASP ASVS 6.3.8); the audit log has the reason.
 */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly guesses: PasswordGuesses,
    private readonly refusals: SignInRefusals,
  ) {}

  /**
   * The person, or null when this is not how to sign in. Before something is given to them, ask in its unit of work
   * whether they still sign in like this (`Users.stillSignsIn`).
   * @throws rateLimited
   */
  async verify(login: string, password: string, context: RequestContext): Promise<UserForLogin | null> {
    try {
      return await this.guesses.attempt(login, context.address, () => this.#judge(login, password, context));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'rate_limited') this.refusals.recordLimited(context);
      throw error;
    }
  }

  async #judge(login: string, password: string, context: RequestContext): Promise<UserForLogin | null> {
    const user = await this.users.byLogin(login);
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
