import { describe, expect, it } from '@jest/globals';
import { normalizedUrl, upstreamUrlProblem } from '../../../src/shared/validation/upstream-url.js';

const BASE = { schemes: ['https', 'http'], query: false } as const;
const TOKEN = { schemes: ['https'], query: true } as const;

describe('the address of an upstream', () => {
  it.each([
    ['https://orders.example.com', 'https://orders.example.com/'],
    ['https://orders.example.com/', 'https://orders.example.com/'],
    ['HTTPS://Orders.Example.com:443/v2/', 'https://orders.example.com/v2/'],
    ['http://10.0.0.7:8080/a/b', 'http://10.0.0.7:8080/a/b'],
    ['http://[::1]:8080', 'http://[::1]:8080/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
    ['https://orders_2.internal', 'https://orders_2.internal/'],
    ['https://orders.example.com/a%20b;c', 'https://orders.example.com/a%20b;c'],
    ['https://orders.example.com/a/../b', 'https://orders.example.com/b'],
  ])('%s is kept as %s', (text, kept) => {
    expect(upstreamUrlProblem(text, BASE)).toBeNull();
    expect(normalizedUrl(text)).toBe(kept);
  });

  it.each([
    '',
    'x',
    'orders.example.com',
    '//orders.example.com',
    'https:orders.example.com',
    'https:/orders.example.com',
    'https:///orders.example.com',
    'https://',
    'https://?x',
    'ftp://orders.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://orders.example.com:99999',
    'https://orders .example.com',
    ' https://orders.example.com',
    'https://orders.example.com\n',
    'https://orders.example.com/\r\nx',
    'https://orders.example.com/\u0000',
    'https://orders.example.com\\@evil.example',
    'https://[::1',
  ])('%j is no address', (text) => {
    expect(upstreamUrlProblem(text, BASE)).toMatch(/must be a URL that begins with https:\/\/ or http:\/\//);
  });

  it.each([
    ['https://user@orders.example.com', 'username'],
    ['https://user:pass@orders.example.com', 'username'],
    ['https://:@orders.example.com', 'username'],
    ['https://@orders.example.com', 'username'],
    ['https://*.example', 'host'],
    ['https://*', 'host'],
    ['https://orders.*.example:8443/', 'host'],
    ['https://%2a.example', 'host'],
    ['https://a,b', 'host'],
    ['https://orders.example.com/?', 'query'],
    ['https://orders.example.com/?a=b', 'query'],
    ['https://orders.example.com/#', 'fragment'],
    ['https://orders.example.com/#a', 'fragment'],
    ['https://orders.example.com//v2', 'path'],
    ['https://orders.example.com/v2//', 'path'],
    ['https://orders.example.com/a%2fb', 'path'],
    ['https://orders.example.com/a%5Cb', 'path'],
    ['https://orders.example.com/a%00b', 'path'],
    ['https://orders.example.com/a%0d%0ab', 'path'],
    ['https://orders.example.com/%zz', 'path'],
    ['https://orders.example.com/%ff', 'path'],
    [`https://orders.example.com/${'ü'.repeat(400)}`, 'at most 2000'],
  ])('%s is refused for its %s', (text, reason) => {
    expect(upstreamUrlProblem(text, BASE)).toContain(reason);
  });

  it('may have a query where the rule lets it, and no other scheme than the rule says', () => {
    expect(upstreamUrlProblem('https://login.example.com/token?tenant=7', TOKEN)).toBeNull();
    expect(normalizedUrl('https://login.example.com/token?tenant=7')).toBe('https://login.example.com/token?tenant=7');
    expect(upstreamUrlProblem('http://login.example.com/token', TOKEN)).toContain('begins with https://');
  });
});
