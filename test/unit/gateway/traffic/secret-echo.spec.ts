import { describe, expect, it } from '@jest/globals';
import { SecretEcho } from '../../../../src/gateway/traffic/exchanges/secret-echo.js';

const SECRETS = ['sk-live_4711/abc+def==x', 'Käse & Brot 77', '~!@#$%^&*()_+{}', 'aaaaaaaa'];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hexed = (text: string, upper = true) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16)[upper ? 'toUpperCase' : 'toLowerCase']()}`).join('');

const ENCODINGS: Record<string, (secret: string) => string> = {
  'as it is': (secret) => secret,
  'in a URL': (secret) => `https://x.example/cb?api_key=${encodeURIComponent(secret)}&z=1`,
  'as a form': (secret) => new URLSearchParams({ a: 'b', api_key: secret }).toString(),
  'each byte percent-encoded': (secret) => hexed(secret),
  'in lower-case hex': (secret) => hexed(secret, false),
  'percent-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(`?k=${secret}`)),
  'in a Link': (secret) => `<https://x.example/?k=${encodeURIComponent(secret)}>; rel="next"`,
  'in base64': base64,
  'in base64 without padding': (secret) => base64(secret).replace(/=+$/, ''),
  'in base64url': (secret) => Buffer.from(secret).toString('base64url'),
  'behind a name in base64': (secret) => `Basic ${base64(`u:${secret}`)}`,
  'behind a longer name in base64': (secret) => base64(`us:${secret}`),
  'within JSON in base64url': (secret) => Buffer.from(`{"k":"${secret}","x":1}`).toString('base64url'),
  'in percent-encoded base64': (secret) => encodeURIComponent(base64(secret)),
  'percent-encoded four times': (secret) => [1, 2, 3, 4].reduce((text) => encodeURIComponent(text), secret),
  'percent-encoded in base64': (secret) => base64(`/cb?api_key=${encodeURIComponent(secret)}&z=1`),
  'as a form in base64url': (secret) =>
    Buffer.from(new URLSearchParams({ api_key: secret }).toString()).toString('base64url'),
  'percent-encoded twice in base64': (secret) => base64(encodeURIComponent(encodeURIComponent(secret))),
  'percent-encoded in lower case in base64': (secret) =>
    base64(encodeURIComponent(secret).replace(/%../g, (hex) => hex.toLowerCase())),
  'as Latin-1 bytes': (secret) => Buffer.from(secret).toString('latin1'),
};

describe('[78] a secret in the answer of its upstream', () => {
  describe.each(Object.entries(ENCODINGS))('%s', (_, encoded) => {
    it.each(SECRETS)('is found: %s', (secret) => {
      expect(new SecretEcho(['another-secret', secret]).isIn('location', `before ${encoded(secret)} after`)).toBe(true);
      expect(new SecretEcho([secret]).isIn('location', encoded(secret))).toBe(true);
      expect(new SecretEcho(['another-secret']).isIn('location', encoded(secret))).toBe(false);
    });
  });

  it('takes its header away, or its value of several, or a header that is called so', () => {
    const echo = new SecretEcho(['sk-live_4711/abc']);
    const headers = {
      location: '/?k=sk-live_4711%2Fabc',
      link: ['<?k=sk-live_4711/abc>', '<?page=2>'],
      'x-both': ['sk-live_4711/abc'],
      'content-type': 'text/plain',
      etag: '"1"',
    };
    expect(echo.cleared(headers)).toEqual({ link: ['<?page=2>'], 'content-type': 'text/plain', etag: '"1"' });
    expect(new SecretEcho(['Sk-Live-4711']).cleared({ 'sk-live-4711': '1' })).toEqual({});
  });

  it('is in no header but the length: of a content type its bare media type stays', () => {
    const echo = new SecretEcho(['sk-live_4711']);
    const types = ['text/html; charset=sk-live_4711', 'text/sk-live_4711; charset=utf-8', 'text/html; charset=utf-8'];
    expect(types.map((type) => echo.cleared({ 'content-type': type }))).toEqual([
      { 'content-type': 'text/html' },
      {},
      { 'content-type': 'text/html; charset=utf-8' },
    ]);
    expect(echo.cleared({ date: 'sk-live_4711', 'content-length': '12' })).toEqual({ 'content-length': '12' });
    expect(new SecretEcho(['12345678']).cleared({ 'content-length': '12345678' })).toEqual({
      'content-length': '12345678',
    });
  });

  it('that is short, as old ones may be, counts where it stands alone', () => {
    const echo = new SecretEcho(['text', '7']);
    expect(['/?k=text', 'text', '%74ext', 'a text.'].map((value) => echo.isIn('location', value))).toEqual(
      Array(4).fill(true),
    );
    expect(['context', 'texts', '17'].map((value) => echo.isIn('location', value))).toEqual(Array(3).fill(false));
    expect(echo.cleared({ 'content-type': 'application/json', 'content-length': '7' })).toEqual({
      'content-type': 'application/json',
      'content-length': '7',
    });
  });

  it('is nothing where there is none', () => {
    const echo = new SecretEcho(['']);
    expect(echo.cleared({ location: '/x', 'x-empty': '' })).toEqual({ location: '/x', 'x-empty': '' });
  });
});
