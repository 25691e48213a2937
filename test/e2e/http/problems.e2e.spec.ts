import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { fixture } from './http-fixture.js';

describe('error answers', () => {
  let service: TestApp;

  beforeAll(async () => {
    service = await startTestApp('sqlite', { modules: [fixture()], settings: { logLevel: 'info' } });
  });
  afterAll(() => service.stop());

  const json = (body: string, headers: Record<string, string> = {}) =>
    service.fetch('/api/v1/fixture/things', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('are problem documents with a stable code, a link to the catalogue and the id of the request', async () => {
    const response = await service.fetch('/api/v1/fixture/fail/domain');
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toEqual({
      type: `${service.settings.publicUrl}/docs/errors#duplicate_name`,
      title: 'This name is taken',
      status: 409,
      detail: 'Choose another name.',
      code: 'duplicate_name',
      requestId: response.headers.get('x-request-id'),
    });
  });

  it.each([
    ['limited', 429, 'rate_limited', '2'],
    ['database', 503, 'database_unavailable', '2'],
    ['refused', 503, 'database_unavailable', '1'],
    ['crash', 500, 'internal_error', null],
    ['thrown', 500, 'internal_error', null],
    ['nest', 401, 'unauthenticated', null],
    ['teapot', 400, 'invalid_request', null],
    ['unheard-of', 500, 'internal_error', null],
  ])('map %s to %i %s', async (how, status, code, retryAfter) => {
    const response = await service.fetch(`/api/v1/fixture/fail/${how}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(response.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="gatehouse"' : null);
    expect(await response.json()).toMatchObject({ status, code });
  });

  it('[66] carry no stack, SQL, version or message of what was thrown', async () => {
    for (const how of ['crash', 'refused', 'thrown', 'nest', 'teapot']) {
      const response = await service.fetch(`/api/v1/fixture/fail/${how}`);
      const text = (await response.text()) + JSON.stringify([...response.headers]);
      expect(text).not.toMatch(/SELECT|ECONNREFUSED|exploded|hidden|stout|\.ts:|\bat |fastify|node\/|express|nest/i);
    }
    expect(service.logLines.join('')).toContain('exploded');
    expect(service.logLines.join('')).not.toContain('SELECT secret');
  });

  it('name the wrong fields, nested ones too, and never repeat a value', async () => {
    const response = await json('{"count":"SECRETVALUE","items":[{"name":"ok"},{"name":"SECRETVALUE"}],"more":1}');
    const body = await response.text();
    expect(response.status).toBe(400);
    const paths = (JSON.parse(body) as { errors: { path: string }[] }).errors.map(({ path }) => path);
    expect(paths.sort()).toEqual(['count', 'items.1.name', 'more']);
    expect(body).not.toContain('SECRETVALUE');
  });

  it('mask a credential that was sent as the name of a field', async () => {
    const token = `gth_pat_${'a'.repeat(49)}`;
    const body = await (await json(`{"count":1,"items":[],"${token}":1}`)).text();
    expect(body).toContain('validation_failed');
    expect(body).not.toContain(token);
  });

  it.each([
    ['broken JSON', '{"a":', {}, 400, 'invalid_request'],
    ['an array', '[]', {}, 400, 'invalid_request'],
    ['a number', '1', {}, 400, 'invalid_request'],
    ['null', 'null', {}, 400, 'invalid_request'],
    ['nothing', '', {}, 400, 'validation_failed'],
    ['broken UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), {}, 400, 'invalid_request'],
    ['__proto__', '{"__proto__":{"admin":true}}', {}, 400, 'invalid_request'],
    ['an escaped __proto__ further down', '{"items":[{"\\u005f_proto__":{}}]}', {}, 400, 'invalid_request'],
    ['constructor', '{"constructor":{"prototype":{}}}', {}, 400, 'invalid_request'],
    ['half a surrogate pair', '{"count":1,"items":[{"name":"\\ud800"}]}', {}, 400, 'invalid_request'],
    ['half a surrogate pair in the name of a field', '{"count":1,"items":[],"\\udc00":1}', {}, 400, 'invalid_request'],
    ['half a surrogate pair in a name further down', '{"items":[{"\\ud83d":1}]}', {}, 400, 'invalid_request'],
    ['thousands of values', `{"items":[${'1,'.repeat(2000)}1]}`, {}, 400, 'invalid_request'],
    ['thousands of fields', JSON.stringify({ ...Array(2001).fill(1) }), {}, 400, 'invalid_request'],
    ['deep nesting', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), {}, 400, 'invalid_request'],
    ['text', 'hello', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['no media type at all', '{}', { 'content-type': '' }, 415, 'unsupported_media_type'],
    ['an unreadable media type', '{}', { 'content-type': '////' }, 415, 'unsupported_media_type'],
    ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415, 'unsupported_media_type'],
  ])('refuse %s as a body', async (_, body, headers, status, code) => {
    const response = await json(body as string, headers);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  });

  it('[55] refuse a body over 100 KiB, announced or not', async () => {
    const body = `{"x":"${'x'.repeat(100 * 1024)}"}`;
    expect((await json(body)).status).toBe(413);
    async function* pieces() {
      for (let i = 0; i < 60; i++) yield Buffer.from('x'.repeat(2048));
    }
    const streamed = await service.fetch('/api/v1/fixture/things', {
      method: 'POST',
      body: pieces(),
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    });
    expect([streamed.status, ((await streamed.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
    expect((await json(`{"count":1,"items":[],"x":"${'x'.repeat(90 * 1024)}"}`)).status).toBe(400);
  });

  it('[55] bound the page of a list and name the wrong parameter', async () => {
    expect(await (await service.fetch('/api/v1/fixture/page')).json()).toEqual({ limit: 50 });
    expect(await (await service.fetch('/api/v1/fixture/page?limit=200&cursor=abc')).json()).toEqual({
      limit: 200,
      cursor: 'abc',
    });
    for (const [query, path] of [
      ['limit=201', 'query.limit'],
      ['limit=0', 'query.limit'],
      ['limit=x', 'query.limit'],
      ['limit=1&limit=2', 'query.limit'],
      ['cursor=%20', 'query.cursor'],
      ['sort=up', 'query.sort'],
    ]) {
      const response = await service.fetch(`/api/v1/fixture/page?${query}`);
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [expect.objectContaining({ path })] }),
      ]);
    }
  });

  it('tell an unknown path from a wrong method', async () => {
    const unknown = await service.fetch('/nowhere');
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, 'not_found']);
    const wrong = await service.fetch('/api/v1/fixture/things');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    const withParameter = await service.fetch('/api/v1/fixture/fail/x/', { method: 'DELETE' });
    expect([withParameter.status, withParameter.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('ignore a trailing slash, but not the case', async () => {
    expect((await service.fetch('/api/v1/fixture/page/')).status).toBe(200);
    expect((await service.fetch('/api/v1/Fixture/page')).status).toBe(404);
  });

  it.each(['/%', '/api/v1/fixture/fail/%zz', '/api/v1/fixture/fail/%ff', `/api/v1/fixture/fail/${'x'.repeat(300)}`])(
    'answer 400 to the path %s',
    async (path) => {
      const response = await service.fetch(path);
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'invalid_request']);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('answer a malformed query without failing', async () => {
    for (const query of ['limit=%', 'limit=%zz', '__proto__=1', 'constructor[prototype]=1', '=&=&', 'limit[$gt]=1']) {
      const { status } = await service.fetch(`/api/v1/fixture/page?${query}`);
      expect([query, status < 500]).toEqual([query, true]);
    }
  });

  describe('of the OAuth endpoints', () => {
    const form = (path: string, body: string, type = 'application/x-www-form-urlencoded') =>
      service.fetch(path, { method: 'POST', body, headers: { 'content-type': type } });

    it('have the body of RFC 6749 §5.2 whatever went wrong', async () => {
      const seen = await Promise.all([
        service.fetch('/oauth/fail/oauth'),
        service.fetch('/oauth/fail/database'),
        service.fetch('/oauth/fail/crash'),
        service.fetch('/oauth/form'),
        service.fetch('/oauth/unknown'),
        form('/oauth/form', '{"grant_type":"x"}', 'application/json'),
        form('/oauth/form', 'a='.padEnd(110 * 1024, 'x')),
        form('/oauth/form', 'grant_type=a&grant_type=b'),
        form('/oauth/form', 'grant_type=%zz'),
        form('/oauth/form', ''),
      ]);
      const answers = await Promise.all(
        seen.map(async (r) => [r.status, ((await r.json()) as { error: string }).error]),
      );
      expect(answers).toEqual([
        [401, 'invalid_client'],
        [503, 'temporarily_unavailable'],
        [500, 'server_error'],
        [405, 'invalid_request'],
        [404, 'invalid_request'],
        [400, 'invalid_request'],
        [413, 'invalid_request'],
        [400, 'invalid_request'],
        [400, 'invalid_request'],
        [400, 'invalid_request'],
      ]);
      expect(seen.every((r) => r.headers.get('cache-control') === 'no-store')).toBe(true);
      expect(seen[0].headers.get('www-authenticate')).toBe('Basic realm="x"');
      expect(seen[1].headers.get('retry-after')).toBe('2');
      expect(seen[3].headers.get('allow')).toBe('POST');
    });

    it('[25] leave a repeated parameter visible, decode + and percent, and know no special names', async () => {
      const response = await form('/oauth/echo', 'a=1&a=2&b=x+y%2B%25&__proto__=z&c');
      expect(await response.text()).toBe('{"a":["1","2"],"b":"x y+%","__proto__":"z","c":""}');
    });
  });

  it('leave the body of a forwarded request alone', async () => {
    for (const type of ['multipart/form-data; boundary=x', 'application/json', 'text/plain']) {
      const response = await service.fetch('/verify', {
        method: 'POST',
        body: 'not json',
        headers: { 'content-type': type },
      });
      expect(response.status).toBe(401);
    }
  });
});
