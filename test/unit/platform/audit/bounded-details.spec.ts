import { describe, expect, it } from '@jest/globals';
import { boundedDetails, boundedText } from '../../../../src/platform/audit/recording/bounded-details.js';

const COLUMN_BYTES = 65_535;
const scopes = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `orders-${index}:${'x'.repeat(100)}`);
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `0199c0de-0000-7000-8000-${String(index).padStart(12, '0')}`);
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('what an audit row holds', () => {
  it('is left as it is while it fits', () => {
    const details = { ceiling: scopes(100).join(' '), tokenIds: ids(1_000) };
    expect(boundedDetails(details)).toBe(details);
  });

  it('is cut where it is longest, at whole entries, and says how many are missing; every id stays', () => {
    const ceiling = scopes(3_000);
    const bounded = boundedDetails({ to: { id: 'x' }, ceiling: ceiling.join(' '), tokenIds: ids(1_000) });
    expect(bytes(bounded)).toBeLessThan(COLUMN_BYTES);
    const kept = (bounded['ceiling'] as string).split(' ');
    expect(kept).toEqual(ceiling.slice(0, kept.length));
    expect(bounded).toMatchObject({ to: { id: 'x' }, tokenIds: ids(1_000), cut: { ceiling: 3_000 - kept.length } });
    expect(kept.length).toBeGreaterThan(100);
  });

  it('keeps every id also where they are the longest list', () => {
    const bounded = boundedDetails({ ceiling: scopes(290).join(' '), tokenIds: ids(1_000) });
    expect(bytes(bounded)).toBeLessThan(COLUMN_BYTES);
    expect(bounded['tokenIds']).toEqual(ids(1_000));
    expect(Object.keys(bounded['cut'] as object)).toEqual(['ceiling']);
  });

  it('is cut inside of it too, and in several places', () => {
    const bounded = boundedDetails({ roles: { given: scopes(600), taken: scopes(600) }, note: 'é'.repeat(40_000) });
    expect(bytes(bounded)).toBeLessThan(COLUMN_BYTES);
    const { given, taken } = bounded['roles'] as { given: string[]; taken: string[] };
    expect(bounded['cut']).toMatchObject({ note: 1, 'roles.given': 600 - given.length });
    expect(taken.length).toBeGreaterThan(0);
  });

  it('is cut even when ids alone are too many', () => {
    const bounded = boundedDetails({ tokenIds: ids(5_000) });
    expect(bytes(bounded)).toBeLessThan(COLUMN_BYTES);
    expect(bounded['cut']).toEqual({ tokenIds: 5_000 - (bounded['tokenIds'] as string[]).length });
  });

  it('has names that end with an ellipsis where they are too long, and in no half character', () => {
    expect(boundedText('short', 10)).toBe('short');
    expect(boundedText(null, 10)).toBeNull();
    expect(boundedText('a'.repeat(11), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(boundedText(`${'a'.repeat(8)}😀bc`, 10)).toBe(`${'a'.repeat(8)}😀…`);
    expect(boundedText('😀'.repeat(11), 10)).toBe(`${'😀'.repeat(9)}…`);
    expect(boundedText('😀'.repeat(10), 10)).toBe('😀'.repeat(10));
  });
});
