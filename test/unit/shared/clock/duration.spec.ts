import { expect, it } from '@jest/globals';
import { durationInWords } from '../../../../src/shared/clock/duration.js';

it.each([
  [604_800, '7 days'],
  [86_400, '1 day'],
  [90_000, '25 hours'],
  [5400, '90 minutes'],
  [60, '1 minute'],
  [61, '61 seconds'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationInWords(seconds)).toBe(words);
});
