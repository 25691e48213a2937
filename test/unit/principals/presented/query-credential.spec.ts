import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { holdsCredentialInQuery } from '../../../../src/principals/presented/query-credential.js';

const MIB = 1024 * 1024;
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const jwt = (header: string) => `${base64url(header)}.${base64url('{"sub":"1"}')}.${'s'.repeat(43)}`;
const held = (query: string) => holdsCredentialInQuery(`/api/v1/test?${query}`);
const percent = (text: string) => text.replace(/[^a-z]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
/** What costs the most to look at, as much of it as the head of a request can hold. */
const COSTLY: Record<string, (index: number) => string> = {
  'short words': () => 'ey.',
  'short objects': () => 'eyJ.',
  'words of the shortest length': () => 'eyJaaaaaaaaaaaa.',
  'different words': (index) => `eyJ${String(index).padStart(14, 'a')}.`,
  'what ends like an object': (index) => `${base64url(`{"a${String(index).padStart(6, '0')}":}`)}.`,
};

describe('a credential in a query', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([
    ['a JWT', `x=${jwt('{"alg":"ES256","typ":"at+jwt"}')}`],
    ['a JWT with the shortest header', `x=${jwt('{"alg":"x"}')}`],
    ['a JWT whose header has blanks', `x=${jwt('{"typ":"JWT",\r\n "alg":"HS256"}')}`],
    ['a JWT whose header has blanks after it', `x=${jwt('{\n  "alg": "HS256"\n}\n')}`],
    ['a JWT behind other text', `x=key-${jwt('{"alg":"ES256"}')}`],
    ['a JWT behind a text with the letters of its start', `x=key_${jwt('{"alg":"ES256"}')}`],
    ['a JWT behind other words', `${'ey.'.repeat(2_000)}${jwt('{"alg":"ES256"}')}`],
    ['a JWT behind others that are none', `${jwt('{"alh":"ES256"}')}&x=${jwt('{"alg":"ES256"}')}`],
    ['a JWT that was encoded four times', `x=${percent(percent(percent(percent(jwt('{"alg":"ES256"}')))))}`],
    ['an opaque token', `x=gth_pat_${'0aZ'.repeat(16)}x`],
    ['an opaque token of another deployment, encoded', `x=${percent(`acme_app_${'0aZ'.repeat(16)}x`)}`],
    ['an opaque token behind what costs much', `${'ey.'.repeat(2_000)}gth_pat_${'0aZ'.repeat(16)}x`],
  ])('is seen: %s', (_, query) => {
    expect(held(query)).toBe(true);
  });

  it.each([
    ['host names', 'host=keys.example.com&other=eyes.keyboard-of-people.example.org'],
    ['an object without an algorithm', `x=${jwt('{"sub":"ES256"}')}`],
    ['an algorithm in an object within', `x=${jwt('{"x":{"alg":"ES256"}}')}`],
    ['a word that is no object', `x=${jwt('{"alg":"ES256"')}`],
    ['two parts', 'x=eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0'],
    ['nothing', ''],
  ])('is not seen in %s', (_, query) => {
    expect(held(query)).toBe(false);
  });

  it.each(Object.entries(COSTLY))(
    '[79] is looked for without parsing %s, however often they are encoded',
    (_, part) => {
      const parse = jest.spyOn(JSON, 'parse');
      expect(held(`x=${Array.from({ length: 800 }, (_each, index) => part(index)).join('')}%2525252541`)).toBe(false);
      expect(parse).not.toHaveBeenCalled();
    },
  );

  it('[79] reads each word once, however often the query is encoded', () => {
    const read = jest.spyOn(Buffer, 'from');
    const words = Array.from({ length: 50 }, (_, index) => `eyJ${String(index).padStart(14, 'a')}.`).join('');
    expect(held(`x=${words}a.a%2525252541`)).toBe(false);
    const often = read.mock.calls.length;
    expect(held(`x=${words}a.a`)).toBe(false);
    expect([often, read.mock.calls.length]).toEqual([50, 100]);
  });

  it('[79] is assumed where more than 32 texts look like one', () => {
    const parse = jest.spyOn(JSON, 'parse');
    const almost = (count: number) =>
      Array.from({ length: count }, (_, index) => `${base64url(`{"alg":"${String(index).padStart(4)}}`)}.`).join('');
    expect([held(`${almost(32)}x.x`), parse.mock.calls.length]).toEqual([false, 32]);
    expect([held(`${almost(800)}x.x`), parse.mock.calls.length]).toEqual([true, 64]);
  });

  /** Quadratic time would be a million times a million steps for each of these: the test would not end. */
  it.each(['a', 'eyJ', 'ey.', 'eyJ.', 'a.', '%', '%25', '_pat_', 'a_pat_0'])(
    '[79] takes time that grows with the length alone: a MiB of %j',
    (part) => {
      expect(held(`.${part.repeat(Math.ceil(MIB / part.length)).slice(0, MIB)}`)).toBe(false);
    },
  );
});
