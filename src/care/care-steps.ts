import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import type { Cleanup } from '../database/cleanup.js';
import { Clock } from '../shared/clock/clock.js';
import type { CareStep } from './care.types.js';
import { CertificateWarningCare } from './certificate-warning-care.js';
import { daysBefore } from './days-before.js';
import { UnusedTokenCare } from './unused-token-care.js';

/** What the modules clean of their own, in an order in which what points at something goes before it. */
export class Cleanups {
  constructor(readonly all: readonly Cleanup[]) {}
}

/** What a round has to do, as of the moment it begins. */
@Injectable()
export class CareSteps {
  constructor(
    private readonly cleanups: Cleanups,
    private readonly unusedTokens: UnusedTokenCare,
    private readonly certificateWarnings: CertificateWarningCare,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<CareStep[]> {
    const now = this.clock.now();
    const unused = await this.unusedTokens.steps(now);
    const cleanups = this.cleanups.all.flatMap((cleanup) => this.#step(cleanup, now));
    return [...unused, ...cleanups, this.certificateWarnings.step()];
  }

  /** None where rows are kept for ever. */
  #step({ kind, retention, batch }: Cleanup, now: Date): CareStep[] {
    const days = typeof retention === 'number' ? retention : this.settings.retention[retention];
    if (days === 0) return [];
    const before = daysBefore(now, days);
    return [{ kind, batch: (tx, limit) => batch(tx, before, limit) }];
  }
}
