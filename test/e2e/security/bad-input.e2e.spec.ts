import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestInit } from 'undici';
import { anonymous, ApiClient, cookieOf, signInAsAdmin } from '../../support/api-client.js';
import {
  describedOperations,
  exampleBody,
  type FieldSchema,
  type Operation,
} from '../../support/described-operations.js';
import { forEachDialect } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOBODYS = '0199c0de-0000-7000-8000-00000000dead';
/** What no answer may hold: traces of how it is made (assertion 66). */
const TRACES =
  /\bat \S+ \(|file:\/\/|node_modules|\.[jt]s\b|\b(?:SELECT|INSERT|UPDATE) |SQLITE|\bER_[A-Z]{3}|[Ff]astify|[Nn]est[Jj]s|[Tt]ype[Oo][Rr][Mm]|[Mm]y[Ss][Qq][Ll]/;
const MARK = 'zqxjkv';

/** Values of every JSON type, ordinary and not. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  MARK,
  `${MARK}\u0000`,
  `${MARK}\r\nSet-Cookie: a=b`,
  MARK.repeat(10_000),
  '\ud800',
  '2026-13-45T99:99:99Z',
  '${jndi:ldap://x}',
  "' OR 1=1 --",
  [],
  [null],
  [[MARK]],
  [{}],
  Array.from({ length: 5_000 }, () => MARK),
  {},
  { length: 3 },
  { toString: MARK },
];

const BODIES: Record<string, string | Buffer> = {
  'no JSON': '{',
  'half a JSON': '{"name":',
  'a string': '"x"',
  'a number': '1',
  null: 'null',
  'a list': '[]',
  'a list of lists': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'deep objects': `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`,
  prototype: '{"__proto__":{"isAdmin":true}}',
  constructor: '{"constructor":{"prototype":{"isAdmin":true}}}',
  'an unknown field': '{"colour":1}',
  'bad UTF-8': Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
  'UTF-16': Buffer.from('{"name":"x"}', 'utf16le'),
  'a NUL': Buffer.from('{"name":"x"}\u0000'),
};

const TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'x',
  '',
  'a/b;;;',
];

const PATH_VALUES = [
  'x'.repeat(10_000),
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%',
  '%ff',
  "'",
  '%20',
  '0',
  'null',
  '-1',
  '%2e%2e',
  '*',
  `${NOBODYS}0`,
  `{${NOBODYS}}`,
  '%F0%9F%92%A9',
];
const QUERY_VALUES = [
  'x'.repeat(10_000),
  '%00',
  '..%2f',
  '%',
  '%ff',
  '-1',
  '0',
  'NaN',
  '1e9',
  '%0d%0aSet-Cookie:a=b',
  "'%20OR%201=1",
  '__proto__',
  '%F0%9F%92%A9',
  '_%25',
  '',
];

const KIB = 1024;
/** The calls that read more than 100 KiB, once they know who sends it. */
const LARGER: Readonly<Record<string, number>> = {
  'POST /api/v1/projects/{id}/proxies': 4096 * KIB,
  'PUT /api/v1/proxies/{id}': 4096 * KIB,
  'POST /api/v1/proxies/rules/test': 4096 * KIB,
  'POST /api/v1/projects/{id}/proxies/import': 10_240 * KIB,
};
const LISTS = [
  ...['/tokens', '/applications', '/accounts', '/projects', '/connections', '/credentials', '/certificates'],
  ...['/notifications', '/auth/sessions', '/admin/users', '/admin/tokens', '/admin/roles', '/admin/audit'],
];

interface Seen {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

forEachDialect((dialect) => {
  let app: TestApp;
  let operations: Operation[];
  let session: Record<string, string>;

  beforeAll(async () => {
    app = await startTestApp(dialect);
    await signInAsAdmin(app);
    const { adminUsername: username, adminPassword: password } = app.settings;
    const login = await anonymous(app).post('/auth/login', { username, password: password?.reveal() });
    // Some bodies make accounts, and some calls need to be about one.
    const accountId = (await (await signInAsAdmin(app)).get('/accounts')).body.items[0].id as string;
    session = { cookie: cookieOf(login), origin: app.settings.publicUrl, 'x-account-id': accountId };
    operations = await describedOperations(app);
  });
  afterAll(() => app.stop());

  const pathOf = ({ path }: Operation) => path.replaceAll(/\{\w+\}/g, NOBODYS);
  const ofOAuth = (path: string) => /^\/oauth\/|\/auth\/token$/.test(path);
  const request = async (path: string, init: RequestInit): Promise<Seen> => {
    const response = await app.fetch(path, init);
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };
  const sendBody = (
    operation: Operation,
    body: string | Buffer,
    type = 'application/json',
    path = pathOf(operation),
  ) => {
    const headers = { ...(ofOAuth(operation.path) ? {} : session), 'content-type': type };
    return request(path, { method: operation.method, headers, body });
  };
  const get = (path: string, method = 'GET') => request(path, { method, headers: session });

  /** A complaint about an answer, or nothing. */
  const complaint = (path: string, { status, type, text }: Seen, mayWork = false): string | null => {
    const said = `${status} ${text.slice(-250)}`;
    if (status >= 500) return said;
    if (status < 400) return mayWork ? null : said;
    if (TRACES.test(text) || text.includes(MARK)) return `a trace or an echo: ${said}`;
    if (status === 431) return null; // what Node refuses before there is a request
    const body = JSON.parse(text) as Record<string, unknown>;
    if (ofOAuth(path))
      return Object.keys(body).sort().join() === 'error,error_description' ? null : `no OAuth error: ${said}`;
    const whole = ['type', 'title', 'status', 'detail', 'code', 'requestId'].every((name) => name in body);
    return whole && body['status'] === status && type.startsWith('application/problem+json')
      ? null
      : `no problem: ${said}`;
  };
  const complaints = async (
    tries: readonly {
      readonly what: string;
      readonly path: string;
      readonly mayWork?: boolean;
      readonly seen: () => Promise<Seen>;
    }[],
  ): Promise<string[]> => {
    const found: string[] = [];
    for (let start = 0; start < tries.length; start += 20)
      await Promise.all(
        tries.slice(start, start + 20).map(async ({ what, path, mayWork, seen }) => {
          const said = complaint(path, await seen(), mayWork);
          if (said !== null) found.push(`${what}: ${said}`);
        }),
      );
    return found;
  };
  const withBody = (kind: 'json' | 'form') => operations.filter(({ body }) => body?.kind === kind);

  it('[9] every field of every body, with a value of every type, is never a 500 and a wrong type is refused', async () => {
    const tries = withBody('json').flatMap((operation) =>
      Object.entries(operation.body?.schema.properties ?? {}).flatMap(([field, schema]) =>
        VALUES.map((value) => ({
          what: `${operation.method} ${operation.path} ${field}=${JSON.stringify(value).slice(0, 40)}`,
          path: operation.path,
          mayWork: fits(value, schema),
          seen: () => sendBody(operation, JSON.stringify({ ...exampleBody(operation), [field]: value })),
        })),
      ),
    );
    expect(tries.length).toBeGreaterThan(500);
    expect(await complaints(tries)).toEqual([]);
  }, 120_000);

  it('a wrong field is pointed at', async () => {
    const wrong: string[] = [];
    for (const operation of withBody('json'))
      for (const field of Object.keys(operation.body?.schema.properties ?? {})) {
        const { status, text } = await sendBody(
          operation,
          JSON.stringify({ ...exampleBody(operation), [field]: { [MARK]: 1 } }),
        );
        const { errors = [] } = JSON.parse(text) as { errors?: { path: string }[] };
        if (status !== 400 || !errors.some(({ path }) => path.split('.')[0] === field))
          wrong.push(`${operation.method} ${operation.path} ${field}: ${status} ${text.slice(0, 200)}`);
      }
    expect(wrong).toEqual([]);
  });

  it('[47] an unknown field is refused by every body, those of ownership among them', async () => {
    const fields = ['colour', 'siteId', 'ownerId', 'createdBy', 'id', 'isAdmin', 'tokenHash', 'ceiling'];
    const wrong: string[] = [];
    for (const operation of withBody('json'))
      for (const field of fields) {
        if (field in (operation.body?.schema.properties ?? {})) continue;
        const { status, text } = await sendBody(operation, JSON.stringify({ ...exampleBody(operation), [field]: 'x' }));
        const { errors = [] } = JSON.parse(text) as { errors?: { path: string }[] };
        if (status !== 400 || !errors.some(({ path }) => path === field))
          wrong.push(`${operation.method} ${operation.path} ${field}: ${status}`);
      }
    expect(wrong).toEqual([]);
  });

  it('every body that is none is refused as such', async () => {
    const tries = operations
      .filter(({ body }) => body !== null)
      .flatMap((operation) => [
        ...Object.entries(BODIES).map(([what, body]) => ({
          what: `${operation.method} ${operation.path}: ${what}`,
          path: operation.path,
          seen: () => sendBody(operation, body),
        })),
        ...TYPES.map((type) => ({
          what: `${operation.method} ${operation.path} as "${type}"`,
          path: operation.path,
          seen: () => sendBody(operation, JSON.stringify(exampleBody(operation)), type),
        })),
      ]);
    expect(await complaints(tries)).toEqual([]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  }, 240_000);

  it('no body at all is refused where a field is needed', async () => {
    const tries = operations
      .filter(({ body }) => (body?.schema.required.length ?? 0) > 0)
      .map((operation) => ({
        what: `${operation.method} ${operation.path}`,
        path: operation.path,
        seen: () =>
          request(pathOf(operation), { method: operation.method, headers: ofOAuth(operation.path) ? {} : session }),
      }));
    expect(await complaints(tries)).toEqual([]);
  });

  it('[25] every form that is none is refused with an OAuth error', async () => {
    const type = 'application/x-www-form-urlencoded';
    const bodies = {
      empty: '',
      'no form': '%',
      'bad UTF-8': Buffer.from('token=%ff'),
      repeated: 'grant_type=client_credentials&grant_type=client_credentials&token=a&token=b',
      nested: 'grant_type[a]=b&token[]=c',
      prototype: '__proto__[x]=1&constructor=2&token=x',
      'too many': Array.from({ length: 500 }, (_, i) => `a${i}=b`).join('&'),
      'too long': `grant_type=client_credentials&client_id=${'x'.repeat(50_000)}&client_secret=y&token=z`,
      controls: 'grant_type=%00%0d%0a&client_id=%00&client_secret=%00&token=%00',
      'a bad scope': `grant_type=client_credentials&client_id=x&client_secret=y&scope=%22%5c%00&token=${MARK}`,
    };
    const tries = withBody('form').flatMap((operation) =>
      Object.entries(bodies).map(([what, body]) => ({
        what: `${operation.path}: ${what}`,
        path: operation.path,
        seen: () => sendBody(operation, body, type),
      })),
    );
    expect(await complaints(tries)).toEqual([]);
  });

  it('every path parameter that is no id is refused, and pointed at when it is read', async () => {
    const tries = operations
      .filter(({ pathParameters }) => pathParameters.length > 0)
      .flatMap((operation) =>
        PATH_VALUES.map((value) => ({
          what: `${operation.method} ${operation.path} with ${value.slice(0, 30)}`,
          path: operation.path,
          seen: () => {
            const path = operation.path.replaceAll(/\{\w+\}/g, value);
            if (operation.body === null) return get(path, operation.method);
            const headers = { ...session, 'content-type': 'application/json' };
            return request(path, { method: operation.method, headers, body: JSON.stringify(exampleBody(operation)) });
          },
        })),
      );
    expect(await complaints(tries)).toEqual([]);
    const { status, text } = await get('/api/v1/tokens/nonsense');
    expect([status, JSON.parse(text)]).toMatchObject([400, { errors: [{ path: 'path.id' }] }]);
  }, 240_000);

  it('every query parameter with every value is never a 500, and one that does not exist is 400', async () => {
    const reads = operations.filter(({ method }) => method === 'GET');
    const tries = reads.flatMap((operation) =>
      operation.queryParameters.flatMap((name) =>
        [...QUERY_VALUES.map((value) => `${name}=${value}`), `${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`].map(
          (query) => ({
            what: `${operation.path}?${query.slice(0, 60)}`,
            path: operation.path,
            mayWork: true,
            seen: () => get(`${pathOf(operation)}?${query}`),
          }),
        ),
      ),
    );
    expect(await complaints(tries)).toEqual([]);
    const lists = reads.filter(({ queryParameters }) => queryParameters.includes('limit'));
    const unknown = await Promise.all(
      lists.map(async (operation) => (await get(`${pathOf(operation)}?colour=red`)).status),
    );
    expect(new Set(unknown)).toEqual(new Set([400]));
  }, 240_000);

  it('a query parameter or a field that an object inherits does not exist either', async () => {
    const names = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];
    const passed: string[] = [];
    for (const list of LISTS)
      for (const name of names) {
        const { status, body } = await new ApiClient(app, session).get(`${list}?${name}=1`);
        if (status !== 400 || body.errors?.[0]?.path !== `query.${name}`) passed.push(`${list} ${name} ${status}`);
      }
    for (const name of names)
      for (const body of [`{"name":"x","${name}":1}`, `{"policy":{"${name}":1}}`]) {
        const headers = { ...session, 'content-type': 'application/json' };
        const answer = await app.fetch('/api/v1/admin/site', { method: 'PATCH', headers, body });
        if (answer.status !== 400) passed.push(`${body} ${answer.status}`);
      }
    expect(passed).toEqual([]);
  });

  it('a cursor that no page has given is 400 at every list', async () => {
    for (const list of LISTS)
      expect([list, (await new ApiClient(app, session).get(`${list}?cursor=x`)).status]).toEqual([list, 400]);
  });

  it('[55] no body over 100 KiB is read, of whatever kind, but by the few calls that take more', async () => {
    for (const operation of operations.filter(({ body, path }) => body !== null && !path.startsWith('/verify'))) {
      const long = 'x'.repeat((LARGER[`${operation.method} ${operation.path}`] ?? 100 * KIB) + 1);
      const type = operation.body?.kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
      const body = operation.body?.kind === 'form' ? `a=${long}` : JSON.stringify({ name: long });
      expect([operation.path, (await sendBody(operation, body, type)).status]).toEqual([operation.path, 413]);
    }
  });

  it('[55] lists are bounded', async () => {
    for (const operation of operations.filter(({ queryParameters }) => queryParameters.includes('limit')))
      for (const limit of ['0', '-1', '201', '1.5', 'x', '', '1e3', '９']) {
        const path = `${pathOf(operation)}?limit=${encodeURIComponent(limit)}`;
        const { status } = await (operation.body === null
          ? get(path)
          : sendBody(operation, JSON.stringify(exampleBody(operation)), undefined, path));
        expect([operation.path, limit, status]).toEqual([operation.path, limit, 400]);
      }
  });

  describe('headers', () => {
    it('of every odd kind never make a 500', async () => {
      const odd: Record<string, string>[] = [
        { authorization: `Bearer ${'x'.repeat(9_000)}` },
        { authorization: 'Bearer \u00ff\u00fe' },
        { authorization: 'Basic %%%' },
        { authorization: 'Basic ' },
        { authorization: `Basic ${Buffer.from('nocolon').toString('base64')}` },
        { cookie: '__Host-gatehouse=' },
        { cookie: '__Host-gatehouse=x; __Host-gatehouse=y' },
        { cookie: '=;;;=;__Host-gatehouse' },
        { cookie: `__Host-gatehouse=${'%'.repeat(500)}` },
        { origin: '\u00ff' },
        { accept: 'x/y;q=z' },
        { 'x-account-id': '\u00ff' },
        { 'x-forwarded-for': ',,,' },
        { host: 'evil.example' },
        { 'content-length': '0' },
        { range: 'bytes=0-' },
        { 'if-none-match': '*' },
        { expect: 'nothing' },
        { 'user-agent': 'x'.repeat(5_000) },
      ];
      for (const headers of odd)
        for (const path of ['/api/v1/auth/me', '/verify', '/api/v1/tokens']) {
          const { status } = await request(path, { headers }).catch(() => ({ status: 400 }));
          expect([headers, path, status >= 400 && status < 500]).toEqual([headers, path, true]);
        }
    });
  });
});

/** Whether a value has a type that the document allows; whether it is a good one only the handler knows. */
function fits(value: unknown, { type }: FieldSchema): boolean {
  if (type === undefined) return true;
  const own = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  return [type].flat().some((each) => each === own || (each === 'integer' && Number.isInteger(value)));
}
