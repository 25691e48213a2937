// Owns the answers that are kept for calls with an Idempotency-Key, and their seals.
// Leaves to auth which calls take a key, whether the caller may still make such a call, and giving the answer again.
import { Module } from '@nestjs/common';
import { AnswerSeal } from './answer-seal.js';
import { IdempotencyRetention } from './idempotency-retention.service.js';
import { KeptAnswers } from './kept-answers.service.js';

@Module({
  providers: [AnswerSeal, IdempotencyRetention, KeptAnswers],
  exports: [IdempotencyRetention, KeptAnswers],
})
export class IdempotencyModule {}
