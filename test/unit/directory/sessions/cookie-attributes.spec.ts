import { describe, expect, it } from '@jest/globals';
import { CookieAttributes, valuesOfCookie } from '../../../../src/directory/sessions/cookie-attributes.js';

const END = new Date('2026-02-14T12:00:00.000Z');

describe('the attributes of the session cookie (assertion 36)', () => {
  it.each([
    [
      { domain: null, path: '/', sameSite: 'lax' },
      '__Host-gatehouse=v; Max-Age=60; Expires=Sat, 14 Feb 2026 12:00:00 GMT; Path=/; Secure; HttpOnly; SameSite=Lax',
    ],
    [
      { domain: null, path: '/api', sameSite: 'strict' },
      'gatehouse=v; Max-Age=60; Expires=Sat, 14 Feb 2026 12:00:00 GMT; Path=/api; Secure; HttpOnly; SameSite=Strict',
    ],
    [
      { domain: 'example.com', path: '/', sameSite: 'none' },
      'gatehouse=v; Max-Age=60; Expires=Sat, 14 Feb 2026 12:00:00 GMT; Path=/; Domain=example.com; Secure; HttpOnly; SameSite=None',
    ],
  ] as const)('for %j', (settings, line) => {
    expect(new CookieAttributes(settings, 'gate.example.com').line('v', END, 60)).toBe(line);
  });

  it('of its twins name every other domain and path whose cookies a browser sends along', () => {
    const placesOf = (path: string, domain: string | null, host: string) =>
      new CookieAttributes({ domain, path, sameSite: 'lax' }, host).expiredTwins('/api/v1/').map((line) => {
        const [, at = '', of = ''] = /^gatehouse=; Max-Age=0; .*Path=([^;]*)(?:; Domain=([^;]*))?;/.exec(line) ?? [];
        return of + at;
      });
    expect(placesOf('/api', null, 'localhost')).toEqual(['/', '/api/v1']);
    expect(placesOf('/api', null, '127.0.0.1')).toEqual(['/', '/api/v1']);
    expect(placesOf('/api', null, '[::1]')).toEqual(['/', '/api/v1']);
    expect(placesOf('/', 'example.com', 'a.example.com')).toEqual([
      ...['/', '/api', '/api/v1'],
      ...['a.example.com/', 'a.example.com/api', 'a.example.com/api/v1'],
      ...['example.com/api', 'example.com/api/v1'],
    ]);
    expect(placesOf('/', null, 'a.example.com')).toEqual([]);
  });
});

describe('a Cookie header', () => {
  it.each([
    ['a=1', ['1']],
    ['x=0; a=1; b=2', ['1']],
    ['a=1;a=2', ['1', '2']],
    ['a=', ['']],
    ['a==1=', ['=1=']],
    ['A=1; aa=2; xa=3', []],
    ['a', []],
    ['', []],
  ])('%s gives a the values %j', (header, values) => {
    expect(valuesOfCookie(header, 'a')).toEqual(values);
  });
});
