import { describe, expect, test } from '@jest/globals';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { BatchedRead } from '../../../../src/platform/database/batched-read.js';

const MOST = 4;

function upperCases(): { ask: (key: string) => Promise<string | undefined>; reads: (readonly string[])[] } {
  const reads: (readonly string[])[] = [];
  const batched = new BatchedRead<string>(async (keys) => {
    reads.push(keys);
    return new Map(keys.filter((key) => key !== 'absent').map((key) => [key, key.toUpperCase()]));
  }, MOST);
  return { ask: async (key) => (await batched.find(key)).get(key), reads };
}

test('what is asked in one turn of the event loop is one read, and each key is in it once', async () => {
  const { ask, reads } = upperCases();
  expect(await Promise.all(['a', 'b', 'a', 'absent'].map(ask))).toEqual(['A', 'B', 'A', undefined]);
  expect(reads).toEqual([['a', 'b', 'absent']]);
});

test('what is asked in the next turn is in it too, and in the one after that no more', async () => {
  const { ask, reads } = upperCases();
  const all = [ask('a')];
  await turn();
  all.push(ask('b'));
  await turn();
  expect(reads).toEqual([['a', 'b']]);
  all.push(ask('c'));
  expect(await Promise.all(all)).toEqual(['A', 'B', 'C']);
  expect(reads).toEqual([['a', 'b'], ['c']]);
});

test('a full batch is read, and the next key opens another', async () => {
  const { ask, reads } = upperCases();
  expect(await Promise.all(['a', 'b', 'c', 'd', 'e', 'a'].map(ask))).toEqual(['A', 'B', 'C', 'D', 'E', 'A']);
  expect(reads).toEqual([
    ['a', 'b', 'c', 'd'],
    ['e', 'a'],
  ]);
});

test('sixteen that ask are read for at once, also when they ask for the same', async () => {
  const { ask, reads } = upperCases();
  const all = Array.from({ length: 15 }, () => ask('a'));
  expect(reads).toEqual([]);
  all.push(ask('a'));
  expect(reads).toEqual([['a']]);
  all.push(ask('b'));
  expect(await Promise.all(all)).toEqual([...Array<string>(16).fill('A'), 'B']);
  expect(reads).toEqual([['a'], ['b']]);
});

test('keys that are asked for together are never in two reads', async () => {
  const reads: (readonly string[])[] = [];
  const batched = new BatchedRead<string>(async (keys) => {
    reads.push(keys);
    return new Map(keys.map((key) => [key, key]));
  }, MOST);
  const [, found] = await Promise.all([batched.find('a', 'b', 'c'), batched.find('d', 'e')]);
  expect([found.get('d'), found.get('e')]).toEqual(['d', 'e']);
  expect(reads).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
});

test('nothing is kept, and nobody joins a read that has begun', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let stored = 'before';
  const batched = new BatchedRead<string>(async (keys) => {
    const seen = stored;
    await held;
    return new Map(keys.map((key) => [key, seen]));
  }, MOST);
  const first = batched.find('a');
  await turn();
  await turn();
  stored = 'after';
  const second = batched.find('a');
  await turn();
  await turn();
  release();
  expect((await first).get('a')).toBe('before');
  expect((await second).get('a')).toBe('after');
  expect((await batched.find('a')).get('a')).toBe('after');
});

test('a read that fails fails for all that are in it, and the next one is made anew', async () => {
  let fails = true;
  const batched = new BatchedRead<string>(async (keys) => {
    if (fails) throw new Error('down');
    return new Map(keys.map((key) => [key, key]));
  }, MOST);
  const answers = await Promise.allSettled([batched.find('a'), batched.find('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect((await batched.find('a')).get('a')).toBe('a');
});

describe('when the database is busy with two reads', () => {
  function heldReads() {
    const reads: (readonly string[])[] = [];
    const releases: (() => void)[] = [];
    const batched = new BatchedRead<string>(async (keys) => {
      reads.push(keys);
      await new Promise<void>((resolve) => releases.push(resolve));
      return new Map(keys.map((key) => [key, key]));
    }, MOST);
    return { reads, releases, batched };
  }

  test('what is asked meanwhile is one read, made when one of them is over', async () => {
    const { reads, releases, batched } = heldReads();
    const all = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      all.push(batched.find(key));
      await turn();
      await turn();
    }
    expect(reads).toEqual([['a'], ['b']]);
    releases[1]?.();
    await all[1];
    expect(reads).toEqual([['a'], ['b'], ['c', 'd']]);
    for (const release of releases) release();
    expect((await Promise.all(all)).map((found) => [...found.keys()])).toEqual([['a'], ['b'], ['c', 'd'], ['c', 'd']]);
  });

  test('a full batch does not wait, nor does any for long', async () => {
    const { reads, releases, batched } = heldReads();
    const all = [];
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      all.push(batched.find(key));
      await turn();
      await turn();
    }
    expect(reads).toEqual([['a'], ['b'], ['c', 'd', 'e', 'f']]);
    await delay(100);
    expect(reads.at(-1)).toEqual(['g']);
    for (const release of releases) release();
    await Promise.all(all);
  });
});
