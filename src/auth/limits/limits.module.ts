// Owns how often somebody may guess or knock: failed sign-ins and leak reports, counted in memory or in Redis.
// Leaves to others: what a sign-in is (login, oauth). Global, for passwords are asked for in more places than auth.
import { Global, Module } from '@nestjs/common';
import { PasswordGuesses } from '../../shared/authz/password-guesses.js';
import { Counters } from './counters.service.js';
import { LeakLimits } from './leak-limits.service.js';
import { PersonGuesses } from './person-guesses.js';
import { SignInLimits } from './sign-in-limits.service.js';

@Global()
@Module({
  providers: [Counters, LeakLimits, SignInLimits, { provide: PasswordGuesses, useClass: PersonGuesses }],
  exports: [LeakLimits, PasswordGuesses, SignInLimits],
})
export class LimitsModule {}
