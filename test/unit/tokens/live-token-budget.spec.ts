import { describe, expect, it } from '@jest/globals';
import { budgetAfter, isNearLimit } from '../../../src/tokens/issuing/live-token-budget.js';

const LIMIT = 100_000;

describe('what may be issued between two counts', () => {
  it.each([
    [0, 10_000],
    [50_000, 5_000],
    [79_000, 1_000],
    [79_999, 100],
    [80_000, 2_000],
    [99_000, 100],
    [99_999, 100],
    [100_000, 100],
  ])('after %i of 100,000 is %i', (count, left) => {
    expect(budgetAfter(count, LIMIT, 0)).toEqual({ limit: LIMIT, until: 60_000, left, isFull: false });
  });

  it('beyond the limit is nothing, for a second', () => {
    expect(budgetAfter(LIMIT + 1, LIMIT, 0)).toEqual({ limit: LIMIT, until: 1_000, left: 0, isFull: true });
  });

  it('under a small limit is counted each time', () => {
    for (const count of [0, 2, 3, 4])
      expect(budgetAfter(count, 3, 7)).toEqual({ limit: 3, until: 7, left: 0, isFull: false });
  });

  it.each([
    [79_999, LIMIT, false],
    [80_000, LIMIT, true],
    [3, 5, false],
    [4, 5, true],
  ])('%i of %i is near the limit: %s', (count, limit, near) => {
    expect(isNearLimit(count, limit)).toBe(near);
  });
});
