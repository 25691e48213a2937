// Owns how often somebody may guess: failed sign-ins, counted in memory or in Redis.
// Leaves to others: what a sign-in is (login, oauth), and limits on anything that is not a guess.
import { Module } from '@nestjs/common';
import { FailureCounters } from './failure-counters.service.js';
import { SignInLimits } from './sign-in-limits.service.js';

@Module({ providers: [FailureCounters, SignInLimits], exports: [SignInLimits] })
export class LimitsModule {}
