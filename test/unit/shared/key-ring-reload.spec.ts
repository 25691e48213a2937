import { describe, expect, it } from '@jest/globals';
import { KeyRing, UnsealError } from '../../../src/shared/crypto/key-ring.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';

const randomness = new Randomness();
const [old, fresh] = [randomness.bytes(32), randomness.bytes(32)];

describe('a key ring whose keys were replaced elsewhere', () => {
  it('looks for the key of a value that it does not know, and seals with the new first one from then on', () => {
    let kept: Uint8Array[] = [old];
    const running = new KeyRing(kept, randomness, () => kept);
    const before = running.seal('before', 'x');
    kept = [fresh, old];
    const after = new KeyRing(kept, randomness).seal('after', 'x');
    expect(running.open(before, 'x')).toBe('before');
    expect(running.isSealedWithFirstKey(before)).toBe(true);
    expect(running.open(after, 'x')).toBe('after');
    expect(running.open(before, 'x')).toBe('before');
    expect(running.isSealedWithFirstKey(running.seal('then', 'x'))).toBe(true);
    expect(running.isSealedWithFirstKey(before)).toBe(false);
  });

  it('refuses a value of a key that is nowhere, and keeps its own when there is no place to look', () => {
    const foreign = new KeyRing([fresh], randomness).seal('value', 'x');
    for (const reread of [() => [old], () => null]) {
      const ring = new KeyRing([old], randomness, reread);
      expect(() => ring.open(foreign, 'x')).toThrow(UnsealError);
      expect(ring.open(ring.seal('own', 'x'), 'x')).toBe('own');
    }
  });
});
