import { Injectable } from '@nestjs/common';
import { SignInLimits } from './sign-in-limits.service.js';

/** The limit on guessing passwords and similar secrets: all guesses about one thing count together. */
@Injectable()
export class PasswordGuesses {
  constructor(private readonly limits: SignInLimits) {}

  /**
   * Judges a password given for a user (by id), or under a name that belongs to nobody, unless there have been too many wrong
   * ones. `judge` returns null for a wrong password and a value for a right one; when it throws, nothing is counted.
   * @throws rateLimited before `judge` is called
   */
  attempt<T>(who: string, address: string, judge: () => Promise<T | null>): Promise<T | null> {
    return this.limits.attempt('person', who, address, judge);
  }
}
