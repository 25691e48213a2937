import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CredentialFormat } from '../../../src/shared/crypto/credential-format.js';
import type { SettingValues } from '../../../src/platform/config/settings.js';
import { Randomness } from '../../../src/shared/crypto/randomness.js';
import { eventually } from '../../support/eventually.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { fixture, recordReports, type ReportedCredentials } from './http-fixture.js';
import { handshake, rawPlain, rawTls } from './raw-request.js';

const format = new CredentialFormat('gth');
const token = format.generate('pat', new Randomness());
const secret = format.generate('sec', new Randomness());
const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.MEUCIQDabcdefghijklmnop';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const PUBLIC = 'gate.example.com';
const TWO_YEARS = 'max-age=63072000; includeSubDomains';
const THIS_NAME_ALONE = 'max-age=63072000';

function strictTransportOf(answer: string): string | undefined {
  return /^strict-transport-security: (.*)\r$/im.exec(answer)?.[1];
}

describe('strict transport security', () => {
  const services: TestApp[] = [];
  const start = async (settings: Partial<SettingValues> = {}) => {
    const service = await startTestApp('sqlite', {
      modules: [fixture()],
      settings: { publicUrl: `https://${PUBLIC}`, ...settings },
    });
    services.push(service);
    return service;
  };
  const ask = (service: TestApp, host: string, line = 'GET /api/v1/test', servername = 'localhost') =>
    rawTls(
      { port: service.settings.port, ca: service.certificate, servername, checkServerIdentity: () => undefined },
      `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
  const strictTransport = async (...asked: Parameters<typeof ask>) => strictTransportOf(await ask(...asked));
  let service: TestApp;

  beforeAll(async () => {
    service = await start();
  });
  afterAll(() => Promise.all(services.map((each) => each.stop())));

  const NO_REQUESTS = ['no request', `GET /${'x'.repeat(20_000)}`, 'CONNECT gate.example.com:443'];

  it('[3] every https answer pins its host for two years', async () => {
    const requests = [
      ...['GET /api/v1/fixture/page', 'GET /api/v1/fixture/fail/crash', 'GET /nowhere', 'GET /', 'GET /health/live'],
      ...['GET /docs', 'GET /docs/openapi.json', 'GET /%', 'POST /oauth/form', 'OPTIONS /verify', 'TRACE /verify'],
      'GET /gw/default/nowhere',
    ];
    for (const line of [...requests, ...NO_REQUESTS])
      expect([line, await strictTransport(service, PUBLIC, line, PUBLIC)]).toEqual([line, TWO_YEARS]);
  });

  it.each([
    ...['localhost', 'localhost:8443', 'LocalHost', 'localhost.', 'app.localhost:1', 'localhost.localdomain'],
    ...['127.0.0.1:8443', '127.1.2.3', '[::1]', '[::1]:8443'],
  ])('binds no name below that of the machine when it is asked for as %s', async (host) => {
    expect(await strictTransport(service, host)).toBe(THIS_NAME_ALONE);
  });

  it('binds none either when the answer comes from below the routes', async () => {
    for (const line of NO_REQUESTS) {
      expect(await ask(service, 'localhost', line)).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect([line, await strictTransport(service, 'localhost', line)]).toEqual([line, THIS_NAME_ALONE]);
    }
  });

  it.each(['localhost.example.com', 'notlocalhost', 'localhost-1:8443', '128.0.0.1', 'gate.example.com.'])(
    'takes %s for no name of this machine',
    async (host) => {
      expect(await strictTransport(service, host)).toBe(TWO_YEARS);
    },
  );

  it('leaves other hosts and the list of browsers out when it is set so, and names that list when it is', async () => {
    const narrow = await start({ hsts: { includeSubDomains: false, preload: false } });
    const wide = await start({ hsts: { includeSubDomains: true, preload: true } });
    for (const line of ['GET /api/v1/test', 'no request']) {
      expect(await strictTransport(narrow, PUBLIC, line, PUBLIC)).toBe(THIS_NAME_ALONE);
      expect(await strictTransport(wide, PUBLIC, line, PUBLIC)).toBe(`${TWO_YEARS}; preload`);
    }
  });

  it('follows the public URL where a trusted proxy may have put its own name for ours', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    const behind = { tls: { mode: 'off' }, trustProxy: ['127.0.0.0/8'] } as const;
    // RFC 6797 §7.2: never over plain HTTP, not even with a health call
    const plain = await (await start({ ...behind, publicUrl: `https://${PUBLIC}` })).fetch('/health/live');
    expect([plain.status, plain.headers.get('strict-transport-security')]).toEqual([200, null]);
    for (const [publicUrl, expected] of [
      [`https://${PUBLIC}`, TWO_YEARS],
      ['https://localhost:8443', THIS_NAME_ALONE],
      ['https://gate.localhost', THIS_NAME_ALONE],
    ] as const) {
      const answer = await (await start({ ...behind, publicUrl })).fetch('/api/v1/test', { headers: forwarded });
      expect([answer.status, answer.headers.get('strict-transport-security')]).toEqual([200, expected]);
    }
    const reencrypting = await start({ trustProxy: ['127.0.0.0/8'] });
    expect(await strictTransport(reencrypting, 'localhost:8443')).toBe(TWO_YEARS);
  });
});

describe('the HTTPS port', () => {
  let service: TestApp;

  beforeAll(async () => {
    service = await startTestApp('sqlite', {
      modules: [fixture()],
      settings: { corsOrigins: ['https://app.example.com'] },
    });
  });
  afterAll(() => service.stop());

  it('[42] every answer has a policy, cannot be framed, sniffed or referred from, and data is not stored', async () => {
    for (const path of ['/api/v1/fixture/page', '/nowhere', '/docs', '/%']) {
      const { headers } = await service.fetch(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe|\*/);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each([
    ['chunks that hold nothing', 'Transfer-Encoding: chunked', '0\r\n\r\n'],
    ['chunks', 'Transfer-Encoding: chunked', '4\r\nbody\r\n0\r\n\r\n'],
    ['a length', 'Content-Length: 35', 'GET /nowhere HTTP/1.1\r\nHost: other\r\n\r\n'.padEnd(35).slice(0, 35)],
  ])('ignores what a GET or a HEAD carries in %s, and reads the next request behind it', async (_, framing, body) => {
    for (const method of ['GET', 'HEAD']) {
      const [line, host] = [`${method} /api/v1/test HTTP/1.1`, 'Host: localhost'];
      const bytes = [line, host, framing, '', body + line, host, 'Connection: close', '', ''].join('\r\n');
      const answers = await rawTls({ port: service.settings.port, ca: service.certificate }, bytes);
      expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    }
  });

  it('gives each request an id of its own and takes none from the client', async () => {
    const first = await service.fetch('/api/v1/fixture/who', { headers: { 'x-request-id': 'mine' } });
    const second = await service.fetch('/api/v1/fixture/who');
    const ids = [first.headers.get('x-request-id'), second.headers.get('x-request-id')];
    expect(new Set([...ids, 'mine']).size).toBe(3);
    expect(await first.json()).toMatchObject({ requestId: ids[0], address: '127.0.0.1' });
  });

  it('[4] speaks TLS 1.2 and 1.3 with AEAD and forward secrecy only', async () => {
    const to = { port: service.settings.port, ca: service.certificate };
    const offered = (options: object) => handshake({ ...to, ...options });
    expect(await offered({ maxVersion: 'TLSv1.3' })).toMatchObject({ protocol: 'TLSv1.3' });
    expect(await offered({ maxVersion: 'TLSv1.2' })).toMatchObject({
      protocol: 'TLSv1.2',
      cipher: expect.stringMatching(/GCM|CHACHA/),
    });
    const weak = [
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA:ECDHE-RSA-AES128-SHA' },
      { maxVersion: 'TLSv1.2', ciphers: 'AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA' },
      { maxVersion: 'TLSv1.2', ciphers: 'DHE-RSA-AES128-GCM-SHA256' },
    ];
    for (const options of weak) {
      // An alert comes from the server; a cipher that our own client lacks would prove nothing.
      expect(await offered(options)).toEqual({ failed: expect.stringMatching(/ALERT/) });
    }
  });

  it('[41] has CORS headers, with credentials, for a named origin and none for any other', async () => {
    const named = await service.fetch('/api/v1/fixture/page', { headers: { origin: 'https://app.example.com' } });
    expect(named.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(named.headers.get('access-control-allow-credentials')).toBe('true');
    expect(named.headers.get('access-control-expose-headers')).toContain('ETag');
    expect(named.headers.get('vary')).toContain('Origin');
    for (const origin of [
      'https://evil.example',
      'https://app.example.com.evil.example',
      'null',
      'http://app.example.com',
    ]) {
      const preflight = { origin, 'access-control-request-method': 'POST' };
      for (const init of [{ headers: { origin } }, { method: 'OPTIONS', headers: preflight }]) {
        const names = [...(await service.fetch('/api/v1/fixture/page', init)).headers.keys()];
        expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  });

  it('[41] answers the preflight of a named origin, errors included', async () => {
    const headers = { origin: 'https://app.example.com', 'access-control-request-method': 'PUT' };
    const preflight = await service.fetch('/api/v1/fixture/things', { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['X-Account-Id', 'If-Match']));
    const failed = await service.fetch('/api/v1/fixture/fail/crash', {
      headers: { origin: 'https://app.example.com' },
    });
    expect([failed.status, failed.headers.get('access-control-allow-origin')]).toEqual([
      500,
      'https://app.example.com',
    ]);
  });

  it('[68] refuses TRACE', async () => {
    const to = { port: service.settings.port, ca: service.certificate };
    for (const path of ['/api/v1/fixture/page', '/verify', '/nowhere']) {
      const answer = await rawTls(
        to,
        `TRACE ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: a=b\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 40[45] /);
      expect(answer).not.toContain('a=b');
    }
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a header that is no header', 'GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a bare line feed in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\r\n\r\n', 400],
    ['an oversized header', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an oversized target', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ])('[55] answers %s briefly and closes', async (_, bytes, status) => {
    const answer = await rawTls({ port: service.settings.port, ca: service.certificate }, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toMatch(/\bat |node:|Error/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, detail: expect.any(String) });
  });

  it('survives junk instead of a handshake', async () => {
    await rawPlain(service.settings.port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n').catch(() => '');
    await rawPlain(service.settings.port, '\x16\x03\x01\xff\xff junk').catch(() => '');
    expect((await service.fetch('/health/live')).status).toBe(200);
  });
});

describe('the plain port', () => {
  let service: TestApp;
  let exposed: ReportedCredentials;

  beforeAll(async () => {
    service = await startTestApp('sqlite', { modules: [fixture()] });
    exposed = recordReports(service.app);
  });
  beforeEach(() => {
    exposed.reports.length = 0;
    exposed.failure = null;
  });
  afterAll(() => service.stop());

  it('[1] answers every request with 403 https_required and never a redirect', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/api/v1/test'],
      ['POST', '/oauth/token'],
      ['DELETE', '/nowhere'],
      ['OPTIONS', '/api/v1/fixture/page'],
      ['GET', '/%'],
    ] as const) {
      const response = await service.fetch(service.plainUrl + path, { method });
      expect([response.status, response.headers.get('location')]).toEqual([403, null]);
      expect(response.headers.get('strict-transport-security')).toBeNull();
      expect(await response.json()).toMatchObject({ code: 'https_required', status: 403 });
    }
    expect(exposed.reports).toEqual([]);
  });

  const basic = Buffer.from(`client:${secret}`).toString('base64');
  const json = { 'content-type': 'application/json' };
  it.each([
    ['a bearer token', '/x', { headers: { authorization: `Bearer ${token}` } }, [token]],
    ['the Secret scheme', '/x', { headers: { authorization: `secret  ${secret}` } }, [secret]],
    ['HTTP Basic', '/x', { headers: { authorization: `Basic ${basic}` } }, [secret]],
    ['a JWT', '/x', { headers: { authorization: `Bearer ${JWT}` } }, [JWT]],
    ['a cookie', '/x', { headers: { cookie: `a=b; t=${token}` } }, [token]],
    ['another header', '/x', { headers: { 'x-api-key': token } }, [token]],
    ['the query', `/x?access_token=${token}`, {}, [token]],
    ['the query, encoded', `/x?t=${token.replaceAll('_', '%5F')}`, {}, [token]],
    [
      'a form',
      '/x',
      { method: 'POST', body: `client_secret=${secret}&token=${token}`, headers: form },
      [secret, token],
    ],
    ['a JSON body', '/x', { method: 'POST', body: JSON.stringify({ a: { token } }), headers: json }, [token]],
  ])('[2] reports a credential in %s', async (_, path, init, found) => {
    const response = await service.fetch(service.plainUrl + path, init);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain(token.slice(8, 40));
    expect(exposed.reports.flatMap(({ values }) => values)).toEqual(found);
    expect(exposed.reports[0]?.context).toMatchObject({
      address: '127.0.0.1',
      requestId: response.headers.get('x-request-id'),
    });
  });

  it('[2] reports nothing that has not our form', async () => {
    const wrong = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    await service.fetch(service.plainUrl, { headers: { authorization: `Bearer ${wrong}` } });
    expect(exposed.reports).toEqual([]);
  });

  it('[2] refuses also when the revocation fails, and says so in the log without the credential', async () => {
    exposed.failure = new Error(`cannot revoke ${token}`);
    const response = await service.fetch(service.plainUrl, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(403);
    expect(service.logLines.join('')).not.toContain(token);
  });

  it('[55] [79] searches a MiB and no more', async () => {
    const line = `${'x'.repeat(63)}\n`;
    for (const [before, found] of [
      [150_000, [[token]]],
      [1_100_000, []],
    ] as const) {
      exposed.reports.length = 0;
      const body = `${line.repeat(before / 64)}${token}`;
      const response = await service.fetch(service.plainUrl, { method: 'POST', body });
      expect(response.status).toBe(403);
      expect(exposed.reports.map(({ values }) => values)).toEqual(found);
    }
  });

  it('answers the health calls', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const response = await service.fetch(service.plainUrl + path);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
    expect(exposed.reports).toEqual([]);
  });

  it('[2] reports a credential that came with a health call too', async () => {
    const response = await service.fetch(`${service.plainUrl}/health/live`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    // a health call is answered without waiting for this
    await eventually(() => Promise.resolve(exposed.reports.length), 1);
    expect(exposed.reports.map(({ values }) => values)).toEqual([[token]]);
  });
});

describe('behind a proxy that ends TLS', () => {
  let service: TestApp;
  let exposed: ReportedCredentials;
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.7, 203.0.113.9' };

  beforeAll(async () => {
    service = await startTestApp('sqlite', {
      modules: [fixture()],
      settings: { tls: { mode: 'off' }, trustProxy: ['127.0.0.0/8', '10.0.0.0/8'] },
    });
    exposed = recordReports(service.app);
  });
  afterAll(() => service.stop());

  it('serves what the proxy received over HTTPS, for the client that the proxy names', async () => {
    const response = await service.fetch('/api/v1/fixture/who', { headers: forwarded });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ address: '203.0.113.9' });
    const nested = { ...forwarded, 'x-forwarded-for': 'junk, 203.0.113.9:4711, 10.1.2.3' };
    expect(await (await service.fetch('/api/v1/fixture/who', { headers: nested })).json()).toMatchObject({
      address: '203.0.113.9',
    });
    const junk = { ...forwarded, 'x-forwarded-for': '1.2.3.4, junk' };
    expect(await (await service.fetch('/api/v1/fixture/who', { headers: junk })).json()).toMatchObject({
      address: '127.0.0.1',
    });
  });

  it('[80] believes nobody who spells X-Forwarded-For with `_`: a proxy does not', async () => {
    const who = async (headers: object) =>
      (await service.fetch('/api/v1/fixture/who', { headers: { ...forwarded, ...headers } })).json();
    expect(await who({ X_Forwarded_For: '198.51.100.99' })).toMatchObject({ address: '203.0.113.9' });
    expect(await who({ 'x-forwarded-for': '10.1.2.3', 'X-Forwarded_For': '198.51.100.99' })).toMatchObject({
      address: '10.1.2.3',
    });
  });

  it.each(['::ffff:10.1.2.3', '::ffff:a01:203', '[::FFFF:0A01:0203]:4711'])(
    'takes %s for the IPv4 address that it is: a proxy that it trusts',
    async (hop) => {
      const headers = { ...forwarded, 'x-forwarded-for': `::ffff:cb00:7109, ${hop}` };
      expect(await (await service.fetch('/api/v1/fixture/who', { headers })).json()).toMatchObject({
        address: '203.0.113.9',
      });
    },
  );

  it.each([
    ['no X-Forwarded-Proto', {}],
    ['http', { 'x-forwarded-proto': 'http' }],
    ['one hop in plaintext', { 'x-forwarded-proto': 'https, http' }],
    ['a client that says https before its proxy says http', { 'x-forwarded-proto': 'https,http' }],
    ['an empty one', { 'x-forwarded-proto': '' }],
    ['https under other spellings of the name alone', { X_Forwarded_Proto: 'https', 'X-Forwarded_Proto': 'https' }],
    ['another spelling of the name that says https', { 'x-forwarded-proto': 'http', X_Forwarded_Proto: 'https' }],
    ['another spelling of the name that says nothing', { 'x-forwarded-proto': 'https', X_Forwarded_Proto: '' }],
    ['another spelling of the name that says http', { 'x-forwarded-proto': 'https', X_Forwarded_Proto: 'http' }],
  ])('[1][2] refuses and reports with %s', async (_, headers) => {
    exposed.reports.length = 0;
    const init = {
      method: 'POST',
      body: `token=${secret}`,
      headers: { ...headers, ...form, authorization: `Bearer ${token}` },
    };
    const response = await service.fetch('/api/v1/fixture/things', init);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'https_required']);
    // the head and the body are searched at the same time
    expect(exposed.reports.flatMap(({ values }) => values).sort()).toEqual([token, secret].sort());
  });

  it('answers the health calls without HTTPS, and an undecodable path as plaintext', async () => {
    expect((await service.fetch('/health/live')).status).toBe(200);
    expect((await service.fetch('/%')).status).toBe(403);
  });
});

describe('with a proxy that is not this peer', () => {
  it('[7] ignores X-Forwarded-* of an untrusted peer', async () => {
    const options = {
      modules: [fixture()],
      settings: { tls: { mode: 'off' } as const, trustProxy: ['10.0.0.0/8'] },
    };
    const service = await startTestApp('sqlite', options);
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.0.0.1', 'x-forwarded-host': 'localhost' };
    expect((await service.fetch('/api/v1/fixture/who', { headers })).status).toBe(403);
    await service.stop();
  });

  it('[7] takes the address of the connection when nobody is trusted', async () => {
    const service = await startTestApp('sqlite', { modules: [fixture()] });
    const response = await service.fetch('/api/v1/fixture/who', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(await response.json()).toMatchObject({ address: '127.0.0.1' });
    await service.stop();
  });
});
