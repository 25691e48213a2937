import { SetMetadata } from '@nestjs/common';
import { validationFailed } from '../errors/general.errors.js';

export const IDEMPOTENCY_METADATA = 'gatehouse:idempotency-key';
export const SHORTEST_KEY = 16;
export const LONGEST_KEY = 128;

/** Visible ASCII. Node joins a repeated header into one value with a blank, which is refused too. */
const KEY = new RegExp(`^[\\x21-\\x7e]{${SHORTEST_KEY},${LONGEST_KEY}}$`);

/**
 * For a call that makes something or replaces a credential: a client that got no answer may repeat it with the same
 * `Idempotency-Key` (contract §9). Its handler makes the change in one unit of work, with its audit row.
 */
export const TakesIdempotencyKey = (): MethodDecorator => SetMetadata(IDEMPOTENCY_METADATA, true);

export function isIdempotencyKey(header: string): boolean {
  return KEY.test(header);
}

/** @throws validationFailed */
export function requireIdempotencyKey(header: string): void {
  if (isIdempotencyKey(header)) return;
  const message = `must be ${SHORTEST_KEY} to ${LONGEST_KEY} visible ASCII characters, sent once`;
  throw validationFailed({ errors: [{ path: 'header.Idempotency-Key', message }] });
}
