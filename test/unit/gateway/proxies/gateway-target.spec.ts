import { describe, expect, it } from '@jest/globals';
import { gatewayTarget } from '../../../../src/gateway/proxies/gateway-target.js';

/** What `decodeURI` leaves encoded, it leaves as the client wrote it. */
const uriReading = (url: string) =>
  decodeURI(url.replace(/%../g, (code) => code.toUpperCase()))
    .split('/')
    .slice(3);

describe('the target of a request', () => {
  it.each([
    ['/gw/acme/orders', ['orders'], ['orders'], false, ''],
    ['/gw/acme/orders/', ['orders'], ['orders'], true, ''],
    ['/gw/acme/a/b?c=d&c=%2f..//', ['a', 'b'], ['a', 'b'], false, '?c=d&c=%2f..//'],
    ['/gw/acme/%61dmin', ['admin'], ['admin'], false, ''],
    ['/gw/acme/%7euser/%2D', ['~user', '-'], ['~user', '-'], false, ''],
    ['/gw/acme/a%20b', ['a b'], ['a%20b'], false, ''],
    ['/gw/acme/%c3%a4%3f', ['ä?'], ['%C3%A4%3F'], false, ''],
    ["/gw/acme/a:b@c!$&'()*+,=", ["a:b@c!$&'()*+,="], ["a:b@c!$&'()*+,="], false, ''],
    ['/gw/acme', [], [], false, ''],
    ['/gw/acme/', [], [], true, ''],
    ['/gw/acme/...', ['...'], ['...'], false, ''],
  ])('%s is read in one way', (url, segments, raw, endsInSlash, query) => {
    expect(gatewayTarget(url)).toEqual({
      site: 'acme',
      segments,
      verbatim: segments,
      uriDecoded: segments,
      raw,
      endsInSlash,
      query,
    });
  });

  it.each([
    ['/gw/acme/x%3apurge', ['x:purge'], ['x%3Apurge']],
    ['/gw/acme/q%3Ab%28z%29', ['q:b(z)'], ['q%3Ab%28z%29']],
    ['/gw/acme/a%28%377%29/%20', ['a(77)', ' '], ['a%2877%29', ' ']],
    ['/gw/acme/%21%24%26%27%28%29%2a%2B%2c%3D%3a%40', ["!$&'()*+,=:@"], ['%21%24%26%27%28%29%2A%2B%2C%3D%3A%40']],
  ])('%s is read in two ways: an encoded delimiter may differ from a plain one', (url, segments, verbatim) => {
    expect(gatewayTarget(url)).toMatchObject({ segments, verbatim });
    expect(gatewayTarget(url).uriDecoded).toEqual(uriReading(url));
  });

  it.each([
    '/gw/acme/a%2fb',
    '/gw/acme/a%2Fb',
    '/gw/acme/a%5cb',
    '/gw/acme/a\\b',
    '/gw/acme/..',
    '/gw/acme/../x',
    '/gw/acme/./x',
    '/gw/acme/%2e%2e/x',
    '/gw/acme/.%2E/x',
    '/gw/acme/%2e',
    '/gw/acme/%252e%252e/x',
    '/gw/acme/%252fx',
    '/gw/acme//x',
    '/gw//acme/x',
    '/gw/acme/x//',
    '/gw/acme/x;y',
    '/gw/acme/x%3by',
    '/gw/acme/..;/x',
    '/gw/acme/%00',
    '/gw/acme/%0d%0a',
    '/gw/acme/%7f',
    '/gw/acme/%ff',
    '/gw/acme/%c0%ae%c0%ae/x',
    '/gw/acme/%',
    '/gw/acme/%zz',
    '/gw/acme/%u002e',
    '/gw/acme/x#y',
    '/gw/acme/x?y#z',
    '/gw/acme/ä',
    '/gw/acme/x y',
    '/gw/acme/{x}',
    '/gw/acme/x|y',
    '/gw/acme/"x"',
    '/gw/',
    'http://localhost/gw/acme/x',
    '//gw/acme/x',
    '*',
    '',
  ])('%s is refused', (url) => {
    expect(() => gatewayTarget(url)).toThrow(/plain path|percent-encoded/);
  });
});
