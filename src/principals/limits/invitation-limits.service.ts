import { Injectable } from '@nestjs/common';
import { DomainError } from '../../shared/errors/domain-error.js';
import { rateLimited } from '../../shared/errors/general.errors.js';
import { type Counter, Counters } from './counting/counters.service.js';
import { sourceOf } from './counting/source.js';

const WINDOW_SECONDS = 15 * 60;
const MOST_REFUSALS = 50;

/** How many unusable links an address may try: accepting a link is an open call, and each refusal can leave a trace. */
@Injectable()
export class InvitationLimits {
  readonly #refusals: Counter;

  constructor(counters: Counters) {
    this.#refusals = counters.make('invitations', WINDOW_SECONDS);
  }

  /**
   * Counts the attempt when the link is refused. A link is 256 random bits, which nobody guesses, so a valid one works from
   * anywhere.
   * @throws rateLimited in place of invitationInvalid, when there were too many
   */
  async attempt<T>(address: string, accept: () => Promise<T>): Promise<T> {
    try {
      return await accept();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'invitation_invalid') await this.#refused(address);
      throw error;
    }
  }

  async #refused(address: string): Promise<void> {
    const { value, forgottenIn } = await this.#refusals.add(sourceOf(address));
    if (value > MOST_REFUSALS) throw rateLimited({ retryAfterSeconds: forgottenIn });
  }
}
