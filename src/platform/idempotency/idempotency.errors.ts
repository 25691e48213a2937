import { defineError } from '../../shared/errors/domain-error.js';

export const idempotencyConflict = defineError({
  kind: 'conflict',
  code: 'idempotency_conflict',
  title: 'This Idempotency-Key was used for another call',
  remedy: 'Send a new key with each call. Use the same key again only to repeat the same call with the same body.',
});

export const tooManyIdempotencyKeys = defineError({
  kind: 'rate_limited',
  code: 'too_many_idempotency_keys',
  title: 'Too many answers are kept for this credential',
  remedy: 'An answer is kept for an hour. Wait for the number of seconds in Retry-After, or send no Idempotency-Key.',
});

export const answerTooLarge = defineError({
  kind: 'invalid',
  code: 'idempotency_answer_too_large',
  title: 'The answer is too large to keep',
  remedy: 'Nothing was changed. Send the call without an Idempotency-Key.',
});
