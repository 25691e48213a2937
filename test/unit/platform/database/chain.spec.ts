import { describe, expect, it } from '@jest/globals';
import { type ChangeRow, chainFrom, pairsIn, textOf } from '../../../../src/platform/database/change-clock/chain.js';

const KNOWN = { number: 4, stamp: 'd' };

/** The change with this number: its stamp is the letter of the number, as are those of the others. */
function change(number: number, subject: ChangeRow['subject'] = 'user:ann', row: Partial<ChangeRow> = {}): ChangeRow {
  return { number, stamp: letter(number), previous: letter(number - 1), subject, ...row };
}

function letter(number: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + number - 1);
}

describe('the changes since a known one', () => {
  it('are those that follow one from the other, several to a number', () => {
    const rows = [change(5), change(5, 'token:t'), change(6, 'site:s')];
    expect(chainFrom(KNOWN, rows, { number: 6, stamp: 'f' })).toEqual({
      last: { number: 6, stamp: 'f' },
      subjects: ['user:ann', 'token:t', 'site:s'],
    });
  });

  it('may extend beyond the current one, which was read first', () => {
    expect(chainFrom(KNOWN, [change(5), change(6)], { number: 5, stamp: 'e' })?.last.number).toBe(6);
  });

  it('are numbers, also where the driver gives text', () => {
    const rows = [change(5, 'user:ann', { number: '5' })];
    expect(chainFrom(KNOWN, rows, { number: 5, stamp: 'e' })?.last).toEqual({ number: 5, stamp: 'e' });
  });

  it.each([
    ['nothing is there', []],
    ['the first is missing', [change(6)]],
    ['one in the middle is missing', [change(5), change(7)]],
    [
      'a number was left out',
      [change(5), change(7, 'user:ann', { previous: 'e' }), change(6, 'user:ann', { previous: 'g' })],
    ],
    ['the known one has another stamp there', [change(5, 'user:ann', { previous: 'x' }), change(6)]],
    ['the current one has another stamp there', [change(5), change(6, 'user:ann', { stamp: 'x' })]],
    ['one number has two stamps', [change(5), change(5, 'user:ann', { stamp: 'x' }), change(6)]],
    ['they end before the current one', [change(5)]],
    ['they begin with the known number', [change(4), change(5), change(6)]],
  ])('are not known when %s', (_, rows) => {
    expect(chainFrom(KNOWN, rows, { number: 6, stamp: 'f' })).toBeNull();
  });

  it.each([
    ['the same number and another stamp', { number: 4, stamp: 'x' }],
    ['a lower number', { number: 3, stamp: 'c' }],
    ['a lower number with the same stamp', { number: 3, stamp: 'd' }],
  ])('are not known when the shard has %s', (_, current) => {
    expect(chainFrom(KNOWN, [], current)).toBeNull();
  });
});

describe('a position', () => {
  it('is read as it is written', () => {
    const pairs = [
      { number: 0, stamp: 'a' },
      { number: 17, stamp: 'b' },
    ];
    expect(pairsIn(textOf(pairs))).toEqual(pairs);
  });
});
