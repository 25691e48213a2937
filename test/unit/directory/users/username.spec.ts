import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { loginName, normalLogin } from '../../../../src/shared/authz/login-name.js';
import { usernameProblem } from '../../../../src/shared/authz/username.js';
import { IsUsername } from '../../../../src/shared/validation/username.decorator.js';

class Named {
  @IsUsername()
  username: unknown;
}

function taken(username: unknown): unknown {
  const named = plainToInstance(Named, { username });
  return validateSync(named).length === 0 ? named.username : null;
}

describe('the form in which an address is stored', () => {
  it.each([
    ['Ann@Example.COM', 'ann@example.com'],
    ['ann@ΟΔΟΣ-Α.gr', 'ann@xn----zlbh7bby.gr'],
    ['ann@οδοσ-α.gr', 'ann@xn----zlbh7bby.gr'],
    ['ann@bu\u0308cher.example', 'ann@xn--bcher-kva.example'],
    ['ann@BÜCHER.example', 'ann@xn--bcher-kva.example'],
  ])('of %s is %s', (typed, stored) => {
    expect(normalLogin(typed)).toBe(stored);
  });

  it.each(['bea@example.com/x', 'bea@example.org?x#y', 'bea@ex%61mple.org', 'bea@example.org:25'])(
    'of %s is no other address',
    (typed) => {
      expect(normalLogin(typed)).toBe(typed);
    },
  );

  it.each(['an\u034fn', 'ann\ufe0f', '\u3164ann', 'ann\u2800'])('is none for %j', (typed) => {
    expect(loginName(typed)).toBeNull();
  });
});

describe('usernames', () => {
  it.each(['ab', 'ann', 'a.b-c_d', '0199', 'x'.repeat(63), 'apple_pie'])('may be %j', (username) => {
    expect(usernameProblem(username)).toBeNull();
  });

  it.each(['a', '', 'x'.repeat(64), '.ann', 'ann lee', 'ann@example.com', 'änne', 'ann\n', 'ann/..'])(
    'may not be %j',
    (username) => {
      expect(usernameProblem(username)).toContain('2 to 63 characters');
    },
  );

  it("[26] can't look like a client id or like the sub of a user", () => {
    expect(usernameProblem('app_0123456789abcdef0123456789abcdef')).toContain('app_');
    expect(usernameProblem('app_x')).toContain('app_');
    expect(usernameProblem('0199c0de-0000-7000-8000-0000000000aa')).toContain('form of an id');
  });

  it('are taken in lower case', () => {
    expect(taken('Ann.Lee')).toBe('ann.lee');
    expect(taken('APP_X')).toBeNull();
    expect(taken('0199C0DE-0000-7000-8000-0000000000AA')).toBeNull();
  });

  it.each([undefined, null, 7, {}, ['ann']])('are texts: %j is none', (value) => {
    expect(taken(value)).toBeNull();
  });
});
