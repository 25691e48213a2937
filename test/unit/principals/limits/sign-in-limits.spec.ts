import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { Counters } from '../../../../src/principals/limits/counting/counters.service.js';
import { SignInLimits } from '../../../../src/principals/limits/sign-in-limits.service.js';
import { testSettings } from '../../../support/test-settings.js';

const HOME = '203.0.113.9';
const NEXT_DOOR = '203.0.113.10';
const ELSEWHERE = '198.51.100.7';

describe('limits of sign-ins (assertion 54)', () => {
  let limits: SignInLimits;

  beforeEach(() => {
    const settings = testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' } });
    limits = new SignInLimits(new Counters(settings));
  });

  const judge = async (good: boolean): Promise<string | null> => {
    await delay(1);
    return good ? 'ann' : null;
  };
  /** What came of an attempt: `good`, `wrong` or `limited`. */
  const attempt = async (name: string, address: string, good: boolean): Promise<string> => {
    try {
      return (await limits.attempt('person', name, address, () => judge(good))) === null ? 'wrong' : 'good';
    } catch {
      return 'limited';
    }
  };
  const guess = async (count: number, name: (i: number) => string, address: string): Promise<string[]> => {
    const results: string[] = [];
    for (let i = 0; i < count; i++) results.push(await attempt(name(i), address, false));
    return results;
  };
  const ann = (): string => 'ann';

  it('stops guesses at a name after ten from one address', async () => {
    expect(await guess(11, ann, HOME)).toEqual([...Array<string>(10).fill('wrong'), 'limited']);
  });

  it('says when to come back', async () => {
    await guess(10, ann, HOME);
    await expect(limits.attempt('person', 'ann', HOME, () => judge(true))).rejects.toMatchObject({
      code: 'rate_limited',
      occurrence: { retryAfterSeconds: 900 },
    });
  });

  it('does not even judge an attempt that is over the limit', async () => {
    await guess(10, ann, HOME);
    let judged = false;
    const spy = async (): Promise<null> => {
      judged = true;
      return null;
    };
    await expect(limits.attempt('person', 'ann', HOME, spy)).rejects.toMatchObject({ code: 'rate_limited' });
    expect(judged).toBe(false);
  });

  it('takes the spelling of a name for nothing', async () => {
    expect(await guess(11, (i) => (i % 2 === 0 ? 'Ann' : ' ann '), HOME)).toContain('limited');
  });

  it('counts a name together for a whole network, and lets its owner in from an address that did not guess', async () => {
    await guess(10, ann, HOME);
    expect(await attempt('ann', NEXT_DOOR, true)).toBe('good');
    expect(await attempt('ann', ELSEWHERE, true)).toBe('good');
    expect(await attempt('ann', HOME, true)).toBe('limited');
  });

  it('gives each further address of the network one guess and no more', async () => {
    await guess(10, ann, HOME);
    expect(await guess(2, ann, NEXT_DOOR)).toEqual(['wrong', 'limited']);
  });

  it('gives a further address one guess, also when it sends many at once', async () => {
    await guess(10, ann, HOME);
    const results = await Promise.all(Array.from({ length: 20 }, () => attempt('ann', NEXT_DOOR, false)));
    expect(results.filter((result) => result === 'wrong')).toHaveLength(1);
  });

  it('takes a /64 of IPv6 for one address', async () => {
    const results: string[] = [];
    for (let i = 0; i < 11; i++) results.push(await attempt('ann', `2001:db8::${i}`, false));
    expect(results.at(-1)).toBe('limited');
  });

  it('stops an address after fifty guesses over all names', async () => {
    expect(await guess(51, (i) => `user-${i}`, HOME)).toEqual([...Array<string>(50).fill('wrong'), 'limited']);
    expect(await attempt('bob', HOME, true)).toBe('limited');
    expect(await attempt('bob', NEXT_DOOR, true)).toBe('good');
  });

  it('lets no more through when the guesses come all at once', async () => {
    const results = await Promise.all(Array.from({ length: 60 }, () => attempt('ann', HOME, false)));
    expect(results.filter((result) => result === 'wrong')).toHaveLength(10);
    const spray = await Promise.all(Array.from({ length: 120 }, (_, i) => attempt(`user-${i}`, ELSEWHERE, false)));
    expect(spray.filter((result) => result === 'wrong')).toHaveLength(50);
  });

  it('lets all good sign-ins in that come at once', async () => {
    const results = await Promise.all(Array.from({ length: 200 }, () => attempt('ann', HOME, true)));
    expect(results.every((result) => result === 'good')).toBe(true);
  });

  it('counts no attempt that could not be judged', async () => {
    for (let i = 0; i < 20; i++) {
      const broken = limits.attempt('person', 'ann', HOME, () => Promise.reject(new Error('no database')));
      await expect(broken).rejects.toThrow('no database');
    }
    expect(await attempt('ann', HOME, true)).toBe('good');
  });

  it('takes nothing back for a good sign-in: who guesses beside one is stopped all the same', async () => {
    await guess(9, ann, HOME);
    expect(await attempt('ann', HOME, true)).toBe('good');
    expect(await guess(2, ann, HOME)).toEqual(['wrong', 'limited']);
  });

  it('counts clients apart from people, and asks without waiting', async () => {
    for (let i = 0; i < 30; i++) {
      await limits.requireRoom('client', 'app_1', HOME);
      await limits.failed('client', 'app_1', HOME);
    }
    await expect(limits.requireRoom('client', 'app_1', HOME)).rejects.toMatchObject({ code: 'rate_limited' });
    await expect(limits.requireRoom('client', 'app_2', HOME)).resolves.toBeUndefined();
    await expect(limits.requireRoom('client', 'app_1', NEXT_DOOR)).resolves.toBeUndefined();
    expect(await attempt('app_1', HOME, true)).toBe('good');
  });

  it('stops an address after a hundred failures of clients, over all client ids', async () => {
    const fail = async (i: number): Promise<void> => {
      await limits.requireRoom('client', `app_${i}`, HOME);
      await limits.failed('client', `app_${i}`, HOME);
    };
    for (let i = 0; i < 100; i++) await fail(i);
    await expect(fail(100)).rejects.toMatchObject({ code: 'rate_limited', occurrence: { retryAfterSeconds: 900 } });
    await expect(limits.requireRoom('client', 'app_100', NEXT_DOOR)).resolves.toBeUndefined();
    expect(await attempt('ann', HOME, true)).toBe('good');
  });

  it('gives a further address of a network where a client is guessed one failure and no more', async () => {
    for (let i = 0; i < 30; i++) await limits.failed('client', 'app_1', HOME);
    await limits.requireRoom('client', 'app_1', NEXT_DOOR);
    await limits.failed('client', 'app_1', NEXT_DOOR);
    await expect(limits.requireRoom('client', 'app_1', NEXT_DOOR)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});
