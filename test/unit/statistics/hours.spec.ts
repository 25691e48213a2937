import { describe, expect, it } from '@jest/globals';
import { hoursWithin } from '../../../src/statistics/hours.js';

const NOW = new Date('2026-11-26T12:34:56.789Z');

function within(from?: string, to?: string): [string, string] | null {
  const range = hoursWithin(
    { ...(from === undefined ? {} : { from: new Date(from) }), ...(to === undefined ? {} : { to: new Date(to) }) },
    NOW,
  );
  return range && [new Date(range.from).toISOString(), new Date(range.to).toISOString()];
}

describe('the hours of a range', () => {
  it.each([
    ['are the last day, the running one included', [], ['2026-11-25T13:00:00.000Z', '2026-11-26T13:00:00.000Z']],
    [
      'are those that it touches',
      ['2026-11-26T08:59:59.999Z', '2026-11-26T10:00:00.001Z'],
      ['2026-11-26T08:00:00.000Z', '2026-11-26T11:00:00.000Z'],
    ],
    [
      'end with the hour before an end that is a beginning',
      ['2026-11-26T08:00:00Z', '2026-11-26T10:00:00Z'],
      ['2026-11-26T08:00:00.000Z', '2026-11-26T10:00:00.000Z'],
    ],
    [
      'are a day before their end when there is no beginning',
      [undefined, '2026-11-20T00:00:00Z'],
      ['2026-11-19T00:00:00.000Z', '2026-11-20T00:00:00.000Z'],
    ],
    [
      'have all begun',
      ['2026-11-26T12:00:00Z', '2026-12-26T00:00:00Z'],
      ['2026-11-26T12:00:00.000Z', '2026-11-26T13:00:00.000Z'],
    ],
    [
      'are 720 at most, as long as they are kept',
      ['2020-01-01T00:00:00Z'],
      ['2026-10-27T13:00:00.000Z', '2026-11-26T13:00:00.000Z'],
    ],
    [
      'are none when all are over for too long, or none has begun',
      ['2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z'],
      ['2026-10-27T13:00:00.000Z', '2026-10-27T13:00:00.000Z'],
    ],
    [
      'are none when none has begun',
      ['2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z'],
      ['2027-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ],
  ])('%s', (_, [from, to], expected) => {
    expect(within(from, to)).toEqual(expected);
  });

  it.each([
    ['2026-11-26T10:00:00Z', '2026-11-26T10:00:00Z'],
    ['2026-11-26T10:00:00Z', '2026-11-26T09:00:00Z'],
    ['2026-11-26T12:34:56.789Z', undefined],
  ])('are no range from %s to %s', (from, to) => {
    expect(within(from, to)).toBeNull();
  });
});
