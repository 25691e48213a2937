import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Subject } from '../../../../src/platform/database/subjects.js';
import { RowCache } from '../../../../src/principals/cache/row-cache.js';

interface Row {
  readonly of: readonly Subject[];
}

const row = (...of: Subject[]): Row => ({ of });

describe('the rows that are kept', () => {
  let cache: RowCache<Row>;
  beforeEach(() => {
    cache = new RowCache<Row>(({ of }) => of, { rows: 3, bytes: 100_000, missing: 2 });
  });

  it('are unknown, known, or known not to exist', () => {
    const kept = row('user:ann');
    cache.put('one', kept);
    cache.put('two', undefined);
    expect([cache.get('one'), cache.get('two'), cache.get('three')]).toEqual([kept, null, undefined]);
  });

  it('go when something that they depend on has changed, and no others', () => {
    cache.put('one', row('user:ann', 'site:s'));
    cache.put('two', row('user:ann', 'token:t'));
    cache.put('three', row('user:bob', 'token:u'));
    cache.changed(['user:ann', 'account:a']);
    expect([cache.get('one'), cache.get('two')]).toEqual([undefined, undefined]);
    expect(cache.get('three')).toBeDefined();
    cache.changed(['token:u']);
    expect(cache.get('three')).toBeUndefined();
    expect(cache.size).toBe(0);
  });

  it('go when it is their own value that has changed', () => {
    cache.put('one', row('user:ann'));
    cache.put('two', row('user:ann'));
    cache.changed(['value:one']);
    expect(cache.get('one')).toBeUndefined();
    expect(cache.get('two')).toBeDefined();
  });

  it('all go, with those that were missing, when anything may have changed', () => {
    cache.put('one', row('user:ann'));
    cache.put('two', undefined);
    cache.changed(['user:bob', 'everything']);
    expect([cache.get('one'), cache.get('two')]).toEqual([undefined, undefined]);
  });

  it('depend on what they were last read with', () => {
    cache.put('one', row('user:ann'));
    cache.put('one', row('user:bob'));
    cache.changed(['user:ann']);
    expect(cache.get('one')).toBeDefined();
    cache.changed(['user:bob']);
    expect(cache.get('one')).toBeUndefined();
  });

  it('give way to the latest, and are then no longer looked for', () => {
    for (const key of ['one', 'two', 'three', 'four']) cache.put(key, row('user:ann', `token:${key}`));
    expect(cache.get('one')).toBeUndefined();
    expect(cache.size).toBe(3);
    cache.put('one', row('user:bob'));
    cache.changed(['user:ann']);
    expect(cache.get('one')).toBeDefined();
  });

  it('give way when they take too much memory', () => {
    const long = new RowCache<Row & { text: string }>(({ of }) => of, { rows: 100, bytes: 50_000, missing: 2 });
    for (const key of ['one', 'two', 'three']) long.put(key, { ...row('user:ann'), text: 'x'.repeat(20_000) });
    expect([long.get('one'), long.size]).toEqual([undefined, 2]);
    long.put('four', { ...row('user:ann'), text: 'x'.repeat(60_000) });
    expect(long.get('four')).toBeUndefined();
    long.changed(['user:ann']);
    expect(long.size).toBe(0);
  });

  it('are not driven out by keys without a row', () => {
    cache.put('one', row('user:ann'));
    for (const key of ['a', 'b', 'c', 'd', 'e']) cache.put(key, undefined);
    expect(cache.get('one')).toBeDefined();
    expect([cache.get('a'), cache.get('e')]).toEqual([undefined, null]);
  });

  it('are replaced by what is no longer there, and the other way round', () => {
    cache.put('one', row('user:ann'));
    cache.put('one', undefined);
    expect(cache.get('one')).toBeNull();
    cache.put('one', row('user:ann'));
    expect(cache.get('one')).toBeDefined();
  });
});
