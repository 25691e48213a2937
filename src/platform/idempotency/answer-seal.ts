import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { KeyRing, UnsealError } from '../../shared/crypto/key-ring.js';
import { answerTooLarge, idempotencyConflict } from './idempotency.errors.js';
import type { Answer, CallIdentity } from './idempotency.types.js';

/** The size of MySQL's `text`; sealed values are ASCII. */
const LONGEST = 65_535;

/**
 * Seals answers so that opening one takes the deployment key, the credential and the Idempotency-Key: somebody who has the
 * database, even with the deployment key, can't read any secret. The digest of the call is inside, because it could help to guess
 * a password in the body.
 */
@Injectable()
export class AnswerSeal {
  constructor(private readonly ring: KeyRing) {}

  /** @throws answerTooLarge */
  seal(answer: Answer, hash: string, call: CallIdentity): string {
    const text = deflateRawSync(JSON.stringify(answer)).toString('base64');
    const sealed = this.#ringOf(call).seal(text, purposeOf(hash));
    if (sealed.length > LONGEST) throw answerTooLarge();
    return sealed;
  }

  /** @throws idempotencyConflict when the deployment key that sealed the answer is gone */
  open(sealed: string, hash: string, call: CallIdentity): Answer {
    try {
      const text = this.#ringOf(call).open(sealed, purposeOf(hash));
      return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString()) as Answer;
    } catch (cause) {
      if (!(cause instanceof UnsealError)) throw cause;
      throw idempotencyConflict({ detail: 'The answer to the call with this key can no longer be read.', cause });
    }
  }

  #ringOf({ credential, key }: CallIdentity): KeyRing {
    return this.ring.with(`${credential}\n${key}`);
  }
}

function purposeOf(hash: string): string {
  return `kept_answers:${hash}`;
}
