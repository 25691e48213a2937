import { Injectable } from '@nestjs/common';
import type { Principal } from '../shared/authz/principal.js';
import { Clock } from '../shared/clock/clock.js';
import { VerificationCounter } from '../statistics/verification-counter.service.js';
import { TokenUsage } from '../tokens/token-usage.service.js';
import type { Refusal } from './refusal.js';

/** What is kept of each check of a token: its last use, and a count for its site. Nothing here waits. */
@Injectable()
export class UsageRecorder {
  constructor(
    private readonly usage: TokenUsage,
    private readonly counter: VerificationCounter,
    private readonly clock: Clock,
  ) {}

  verified({ credential, siteId }: Principal, address: string): void {
    const at = this.clock.now().getTime();
    this.usage.note(credential.id, address, at);
    this.counter.verified(siteId, at);
  }

  /** A text that never was a token of any site is not counted. */
  refused({ credential }: Refusal): void {
    if (credential !== null) this.counter.refused(credential.siteId, this.clock.now().getTime());
  }
}
