import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { type SiteTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Clock } from '../../shared/clock/clock.js';
import { sha256 } from '../../shared/crypto/hashing.js';
import type { SiteId } from '../../shared/ids/site-id.js';
import { AnswerSeal } from './answer-seal.js';
import { tooManyIdempotencyKeys } from './idempotency.errors.js';
import { type Answer, type CallIdentity, KEPT_MS } from './idempotency.types.js';
import { KeptAnswer } from './kept-answer.entity.js';

/** How many kept answers one credential can have at a time. */
export const MOST_KEPT = 10_000;
const RETRY_AFTER_SECONDS = 60;

/** Keeps answers for an hour, for the credential and the key of their calls. */
@Injectable()
export class KeptAnswers {
  readonly #answers: SiteTable<KeptAnswer>;

  constructor(
    tables: SiteTables,
    private readonly seal: AnswerSeal,
    private readonly clock: Clock,
  ) {
    this.#answers = tables.of(KeptAnswer);
  }

  /** @throws idempotencyConflict when the answer can no longer be opened: nobody can then tell whether the call is the same */
  async find(call: CallIdentity): Promise<Answer | null> {
    const hash = hashOf(call);
    const row = await this.#answers
      .acrossSites('the credential is in the hash, and says which site it is')
      .one({ hash, createdAt: MoreThan(this.#hourAgo()) });
    return row && this.seal.open(row.sealed, hash, call);
  }

  /**
   * Keeps an answer with the change that it describes. If the same call is made twice at once, the primary key admits only one.
   * @throws tooManyIdempotencyKeys, answerTooLarge
   */
  async keep(tx: Tx, siteId: SiteId, call: CallIdentity, answer: Answer): Promise<void> {
    const rows = this.#answers.in(siteId, tx);
    const [hash, callerHash] = [hashOf(call), sha256(call.credential)];
    const hourAgo = this.#hourAgo();
    if ((await rows.count({ callerHash, createdAt: MoreThan(hourAgo) })) >= MOST_KEPT)
      throw tooManyIdempotencyKeys({ retryAfterSeconds: RETRY_AFTER_SECONDS });
    await rows.delete({ hash, createdAt: LessThanOrEqual(hourAgo) });
    const sealed = this.seal.seal(answer, hash, call);
    await rows.insert({ hash, callerHash, sealed, createdAt: this.clock.now() });
  }

  #hourAgo(): Date {
    return new Date(this.clock.now().getTime() - KEPT_MS);
  }
}

/** A guessed key is useless without the credential; neither contains a line break. */
function hashOf({ credential, key }: CallIdentity): string {
  return sha256(`${credential}\n${key}`);
}
