import { Injectable } from '@nestjs/common';
import { PasswordGuesses } from '../../shared/authz/password-guesses.js';
import { SignInLimits } from './sign-in-limits.service.js';

/** A person's password is guessed just as well where it is asked for again: all such guesses count together. */
@Injectable()
export class PersonGuesses extends PasswordGuesses {
  constructor(private readonly limits: SignInLimits) {
    super();
  }

  attempt<T>(name: string, address: string, judge: () => Promise<T | null>): Promise<T | null> {
    return this.limits.attempt('person', name, address, judge);
  }
}
