import { Injectable } from '@nestjs/common';
import { type Change, type HeldCommit, WorkRepeated } from '../../platform/database/held-commit.js';
import { HeldCommits } from '../../platform/database/held-commits.js';
import { idempotencyConflict } from '../../platform/idempotency/idempotency.errors.js';
import type { Answer } from '../../platform/idempotency/idempotency.types.js';
import { KeptAnswers } from '../../platform/idempotency/kept-answers.service.js';
import { DomainError, type ErrorKind } from '../../shared/errors/domain-error.js';
import type { KeyedCall } from '../../principals/keyed-call.js';

export interface AttemptedAnswer {
  /** What the handler answers, or answered before. */
  readonly body: unknown;
  readonly isRepeated: boolean;
}

/** Makes a call once and keeps its answer with the change, or runs it as a trial and gives the answer that was kept. */
@Injectable()
export class KeyedAttempt {
  constructor(
    private readonly held: HeldCommits,
    private readonly answers: KeptAnswers,
  ) {}

  /**
   * Null when nothing was changed and the call may be tried again: another call was faster, or there was a deadlock.
   * @throws idempotencyConflict, and what the handler throws
   */
  async make(call: KeyedCall, requestId: string, handle: () => Promise<unknown>): Promise<AttemptedAnswer | null> {
    const kept = await call.kept();
    if (kept === null) return this.#first(call, requestId, handle);
    if (kept.request !== call.digest()) throw idempotencyConflict();
    return this.#repetition(kept, requestId, handle);
  }

  async #first(call: KeyedCall, requestId: string, handle: () => Promise<unknown>): Promise<AttemptedAnswer | null> {
    const held = this.held.open(requestId);
    try {
      const body = await handle();
      if (held.isReached) await this.#keep(call, held, body);
      return { body, isRepeated: false };
    } catch (error) {
      if (error instanceof WorkRepeated) return null;
      // This call may have come second: the name is taken, the value rotated away, the answer there, the reply to COMMIT lost.
      if ((await this.answers.find(call)) !== null) return null;
      throw error;
    } finally {
      await held.close();
    }
  }

  /** Runs the call and never commits it: a caller who may make the call may have its answer. */
  async #repetition(kept: Answer, requestId: string, handle: () => Promise<unknown>): Promise<AttemptedAnswer> {
    const held = this.held.open(requestId);
    try {
      await handle();
    } catch (error) {
      // The first call made the state that this refusal is about. Every other refusal is about the caller, and stands.
      if (!isOf(error, 'conflict', 'precondition_failed')) throw error;
    } finally {
      await held.close();
    }
    return { body: JSON.parse(kept.body) as unknown, isRepeated: true };
  }

  async #keep(call: KeyedCall, held: HeldCommit, body: unknown): Promise<void> {
    await held.commitWith(async (tx) => {
      const { change } = held;
      if (change === null || change.siteId === null) throw new Error('a call with a key changes something of a site');
      const answer = { request: call.digest(), body: JSON.stringify(body), callerEnd: endOf(call.callerId, change) };
      await this.answers.keep(tx, change.siteId, call, answer);
    });
  }
}

/** What the change did to the token that made it. The audit row says so, and is right for this change alone. */
function endOf(callerId: string | null, { action, subject, details }: Change): Answer['callerEnd'] {
  if (callerId === null) return null;
  if (action === 'token.rotated' && subject?.id === callerId) return 'rotated';
  return action === 'application.token_issued' && details?.['replaced'] === callerId ? 'replaced' : null;
}

function isOf(error: unknown, ...kinds: readonly ErrorKind[]): boolean {
  return error instanceof DomainError && kinds.includes(error.definition.kind);
}
