import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/clock/clock.js';
import { daysBefore } from '../../shared/clock/duration.js';
import { Settings } from '../config/settings.js';
import type { Cleanup } from '../database/cleanup.js';
import type { CleanupStep } from './retention.types.js';

/** A module's clean-up of its own rows. */
interface Cleaner {
  readonly cleanups: readonly Cleanup[];
}

/** Further work of a module in a round. */
interface StepSource {
  steps(now: Date): Promise<CleanupStep[]>;
}

/** The participants of a round, ordered so that rows are removed before the rows that they refer to (app/retention.module.ts). */
export class CleanupRoster {
  constructor(readonly members: readonly (Cleaner | StepSource)[]) {}
}

/** The steps of a round, as of the moment it begins. */
@Injectable()
export class CleanupSteps {
  constructor(
    private readonly roster: CleanupRoster,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<CleanupStep[]> {
    const now = this.clock.now();
    const steps: CleanupStep[] = [];
    for (const member of this.roster.members)
      steps.push(
        ...('steps' in member
          ? await member.steps(now)
          : member.cleanups.flatMap((cleanup) => this.#step(cleanup, now))),
      );
    return steps;
  }

  /** No step for rows that are kept for ever. */
  #step({ kind, retention, batch }: Cleanup, now: Date): CleanupStep[] {
    const days = typeof retention === 'number' ? retention : this.settings.retention[retention];
    if (days === 0) return [];
    const before = daysBefore(now, days);
    return [{ kind, batch: (tx, limit) => batch(tx, before, limit) }];
  }
}
