import { describe, expect, it } from '@jest/globals';
import { hash as hashAsTyped } from '@node-rs/argon2';
import { DomainError } from '../../../../src/shared/errors/domain-error.js';
import { Randomness } from '../../../../src/shared/crypto/randomness.js';
import { Passwords } from '../../../../src/directory/users/passwords.service.js';

const passwords = new Passwords(new Randomness());
const ann = { username: 'annabel.lee.of.the.sea', email: 'annabel.lee@example.com' };

function refusalOf(password: string): unknown {
  try {
    passwords.requireAcceptable(password, ann);
    return null;
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.occurrence.errors] : error;
  }
}

describe('passwords', () => {
  it('are kept as argon2id with 19 MiB, two passes and one lane', async () => {
    expect(await passwords.hash('correct horse battery')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('match their own hash and no other', async () => {
    const hash = await passwords.hash('correct horse battery');
    expect(await passwords.verify(hash, 'correct horse battery')).toBe(true);
    expect(await passwords.verify(hash, 'Correct horse battery')).toBe(false);
  });

  it('are one text, however their letters are composed; a hash from before that matches what was typed then, and other keyboards', async () => {
    const [composed, decomposed] = [
      'caf\u00e9 cr\u00e8me br\u00fbl\u00e9e',
      'cafe\u0301 cre\u0300me bru\u0302le\u0301e',
    ];
    for (const set of [composed, decomposed]) {
      const hash = await passwords.hash(set);
      for (const typed of [composed, decomposed]) expect(await passwords.verify(hash, typed)).toBe(true);
    }
    const mixed = `${composed.slice(0, 5)}${decomposed.slice(6)}`;
    for (const [then, typed] of [
      ...[composed, decomposed].flatMap((each) => [composed, decomposed, mixed].map((now) => [each, now] as const)),
      [mixed, mixed] as const,
    ]) {
      const old = await hashAsTyped(then, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
      expect([then, typed, await passwords.verify(old, typed)]).toEqual([then, typed, true]);
    }
    expect(await passwords.verify(null, decomposed)).toBe(false);
  });

  it('[9] take as much work to refuse when there is no user, and never match', async () => {
    const hash = await passwords.hash('correct horse battery');
    const took = async (against: string | null) => {
      const start = process.cpuUsage(); // the work of all threads, whatever else the machine does
      expect(await passwords.verify(against, 'a wrong one')).toBe(false);
      return process.cpuUsage(start).user;
    };
    await took(null); // makes the decoy
    const rounds: (readonly [unknown: number, wrong: number])[] = [];
    for (let round = 0; round < 21; round++) rounds.push([await took(null), await took(hash)]);
    const ratios = rounds.map(([unknown, wrong]) => unknown / wrong).sort((a, b) => a - b);
    expect(ratios[10]).toBeGreaterThan(0.5);
    expect(ratios[10]).toBeLessThan(2);
  });

  it.each([
    ['eleven char', 'shorter than 12'],
    ['long enough to cost '.repeat(13), 'longer than 256'],
    ['aaaaaaaaaaaaaaa', 'repeats'],
    ['kq7zkzz7qkkzq7', 'repeats'],
    ['password1234', 'tried first'],
    ['123456789012345', 'tried first'],
    ['admin-admin-admin', 'tried first'],
    ['Password1Password1', 'tried first'],
    ['ANNABEL.LEE.OF.THE.SEA', 'name of yours'],
    ['annabel.lee@example.com', 'name of yours'],
  ])('refuse %j', (password, reason) => {
    expect(refusalOf(password)).toEqual([
      'validation_failed',
      [{ path: 'password', message: expect.stringContaining(reason) }],
    ]);
  });

  it('accept what is long and not a name', () => {
    expect(refusalOf('correct horse battery')).toBeNull();
    expect(refusalOf('zwölf Zeichen!')).toBeNull();
    expect(refusalOf('kq7zkzz7qkkzq7x')).toBeNull(); // five different characters
    expect(refusalOf('twelve chars')).toBeNull();
    expect(refusalOf('0123456789abcdef'.repeat(16))).toBeNull(); // 256 characters
    expect(refusalOf(`0123456789abcdef`.repeat(16) + 'g')).not.toBeNull();
  });
});
