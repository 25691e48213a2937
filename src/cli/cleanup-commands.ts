import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../platform/audit/audit.types.js';
import { cleanupUnderWay } from '../platform/retention/retention.errors.js';
import { RetentionCleanup } from '../platform/retention/retention-cleanup.js';
import type { CleanupCounts } from '../platform/retention/retention.types.js';

/** `cleanup`: does once and at once what a running service does at every interval. */
@Injectable()
export class CleanupCommands {
  constructor(private readonly round: RetentionCleanup) {}

  async once(): Promise<CleanupCounts> {
    const counts = await this.round.run(OPERATOR);
    if (counts === null) throw cleanupUnderWay();
    return counts;
  }
}
