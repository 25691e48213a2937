// Owns the limits on guesses and open calls: failed sign-ins, refused invitations and leak reports.
// Leaves to others: what a sign-in is (auth/login, oauth).
import { Module } from '@nestjs/common';
import { Counters } from './counting/counters.service.js';
import { InvitationLimits } from './invitation-limits.service.js';
import { LeakLimits } from './leak-limits.service.js';
import { SignInLimits } from './sign-in-limits.service.js';

@Module({
  providers: [Counters, InvitationLimits, LeakLimits, SignInLimits],
  exports: [InvitationLimits, LeakLimits, SignInLimits],
})
export class LimitsModule {}
