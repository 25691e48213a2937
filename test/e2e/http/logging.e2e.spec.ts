import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { fixture } from './http-fixture.js';

describe('the log', () => {
  let service: TestApp;

  beforeAll(async () => {
    service = await startTestApp('sqlite', { modules: [fixture()], settings: { logLevel: 'debug' } });
  });
  afterAll(() => service.stop());

  const token = `gth_pat_${'a'.repeat(49)}`;
  const since = async (act: () => Promise<unknown>): Promise<string[]> => {
    const before = service.logLines.length;
    await act();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return service.logLines.slice(before);
  };

  it('says where the service and its data are, once it is ready', () => {
    const text = service.logLines.join('');
    expect(text).toContain(service.settings.publicUrl);
    expect(text).toContain('embedded SQLite in');
    expect(text).toContain(service.settings.dataDir);
  });

  it('[69] is one JSON object a line, whatever a value holds', async () => {
    const lines = await since(async () => {
      await service.fetch('/api/v1/fixture/page%0a%7b%22level%22:%22forged%22%7d?a=%0d%0ab', {
        headers: { 'user-agent': 'a\tb' },
      });
      new Logger('Test').warn('first\r\n{"level":"forged"}');
      new Logger('Test').error({ message: 'x\ny', value: '\u2028\n{"level":"forged"}' });
    });
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect((JSON.parse(line) as { level: string }).level).not.toBe('forged');
    }
  });

  it('has one line for each answer at debug, without the query', async () => {
    const [line = '{}', ...more] = await since(() => service.fetch('/api/v1/fixture/page?limit=5&cursor=abc'));
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      level: 'debug',
      method: 'GET',
      path: '/api/v1/fixture/page',
      route: '/api/v1/fixture/page',
      status: 200,
      address: '127.0.0.1',
      requestId: expect.any(String),
    });
    expect(line).not.toContain('abc');
  });

  it('[17] holds no credential, password or cookie of any request, not even of one that fails', async () => {
    const init = {
      method: 'POST',
      body: JSON.stringify({ password: 'hunter2hunter2', token }),
      headers: {
        authorization: `Bearer ${token}`,
        cookie: `__Host-gatehouse=${token}`,
        'content-type': 'application/json',
      },
    };
    const lines = await since(async () => {
      await service.fetch(`/api/v1/fixture/things?access_token=${token}`, init);
      await service.fetch('/api/v1/fixture/fail/crash', { headers: init.headers });
      await service.fetch(`/${token}`, {});
    });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('').split(token)).toHaveLength(1);
    expect(lines.join('')).not.toContain('hunter2');
  });

  it('[17] masks a credential in an error and leaves the parameters of a statement out', async () => {
    const lines = await since(async () => {
      const cause = Object.assign(new Error(`cause ${token}`), { query: 'UPDATE', parameters: ['hunter2'] });
      new Logger('Test').error({ message: 'failed', err: new Error(`broke on ${token}`, { cause }) });
      new Logger('Test').error({ message: 'failed', headers: { authorization: `Bearer ${token}`, cookie: token } });
    });
    expect(lines.join('')).toContain('[pat secret]');
    expect(lines.join('')).not.toMatch(new RegExp(`${token}|hunter2|UPDATE`));
  });

  it.each([
    ['/api/v1/fixture/fail/crash', 500, 'error'],
    ['/api/v1/fixture/fail/database', 503, 'warn'],
    ['/oauth/fail/crash', 500, 'error'],
  ])('[17] says of %s, which fails with %d, the path without the query', async (path, status, level) => {
    const lines = await since(() => service.fetch(`${path}?q=hunter2&limit=5`));
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toContainEqual(expect.objectContaining({ level, status, path }));
    expect(lines.join('')).not.toMatch(/hunter2|limit=5|\?/);
  });

  it('names the request of an unforeseen error, with the stack that the answer does not have', async () => {
    let id: string | null = null;
    const lines = await since(async () => {
      id = (await service.fetch('/api/v1/fixture/fail/crash')).headers.get('x-request-id');
    });
    const entry = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find(({ level }) => level === 'error');
    expect(entry).toMatchObject({ requestId: id, path: '/api/v1/fixture/fail/crash', status: 500 });
    expect(JSON.stringify(entry)).toContain('http-fixture');
  });
});
