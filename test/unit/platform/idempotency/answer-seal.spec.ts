import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { AnswerSeal } from '../../../../src/platform/idempotency/answer-seal.js';
import { KeyRing } from '../../../../src/shared/crypto/key-ring.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';

const randomness = new Randomness();
const [key, otherKey] = [randomness.bytes(32), randomness.bytes(32)];
const call = { credential: 'gth_pat_1', key: '0123456789abcdef' };
const answer = { request: 'digest', body: '{"token":"gth_pat_2"}', callerEnd: null };
const sealOf = (...keys: Uint8Array[]): AnswerSeal => new AnswerSeal(new KeyRing(keys, randomness));

describe('the seal of a kept answer', () => {
  const sealed = sealOf(key).seal(answer, 'hash', call);

  it('opens for the same credential, key and row', () => {
    expect(sealOf(key).open(sealed, 'hash', call)).toEqual(answer);
    expect(sealOf(otherKey, key).open(sealed, 'hash', call)).toEqual(answer);
  });

  it('[15] opens for nobody who lacks the deployment key, the credential or the Idempotency-Key', () => {
    const conflict = expect.objectContaining({ code: 'idempotency_conflict' });
    const attempts = [
      () => sealOf(otherKey).open(sealed, 'hash', call),
      () => sealOf(key).open(sealed, 'hash', { ...call, credential: 'gth_pat_3' }),
      () => sealOf(key).open(sealed, 'hash', { ...call, key: '0123456789abcdeg' }),
      () => sealOf(key).open(sealed, 'another row', call),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(conflict);
    expect(() => new KeyRing([key], randomness).open(sealed, 'kept_answers:hash')).toThrow();
  });

  it('shows neither the answer nor the digest of the call', () => {
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toMatch(/digest|gth_pat/);
    expect(sealed).not.toContain('digest');
  });

  it('[55] takes what a database takes, and refuses more', () => {
    const long = { ...answer, body: JSON.stringify({ path: '/orders/{id}'.repeat(8_000) }) };
    expect(sealOf(key).open(sealOf(key).seal(long, 'hash', call), 'hash', call)).toEqual(long);
    const noise = { ...answer, body: randomBytes(50_000).toString('base64') };
    expect(() => sealOf(key).seal(noise, 'hash', call)).toThrow(/without an Idempotency-Key/);
  });
});
