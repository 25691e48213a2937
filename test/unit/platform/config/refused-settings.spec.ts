import { describe, expect, it } from '@jest/globals';
import { RESERVED_HEADERS, RESERVED_PATHS } from '../../../../src/platform/config/reading/parsers.js';
import { readSettings } from '../../../../src/platform/config/reading/read-settings.js';
import { isPlaceholder, PLACEHOLDERS } from '../../../../src/platform/config/reading/secret-parsers.js';
import { PLAIN_SETTINGS, SECRET_SETTINGS } from '../../../../src/platform/config/reading/setting-names.js';
import { SettingsError } from '../../../../src/platform/config/settings-error.js';

/** The settings that are refused when one variable has this value beside the defaults. */
function refusedBy(name: string, value: string): string[] {
  return refusedOf({ [`GATEHOUSE_${name}`]: value });
}

function refusedOf(variables: Record<string, string>): string[] {
  try {
    readSettings(variables, () => {
      throw new Error('there is no file');
    });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map(({ setting }) => setting.slice('GATEHOUSE_'.length));
    throw error;
  }
}

const KEY = 'tSsvK7n0yB4m1eRkq2u8Yc5hPzX3aLwJdGfTiVoNQ9A=';
const PORTS = ['0', '65536', '-1', '1.5', '1e3', '8443x', '0x10', '9999999999'];
const OPTIONAL_PORTS = PORTS.filter((port) => port !== '0').concat('on');
const NETWORKS = ['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', 'fe80::1%eth0', 'proxy.example', '10.0.0'];
const DAYS = ['0', '36501', '-1', '1.5', 'x'];

/** Of each setting, a value for each way in which its rule refuses one. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  HOST: ['a b', 'a/b', 'ä'],
  PORT: PORTS,
  HTTP_PORT: OPTIONAL_PORTS,
  METRICS_PORT: OPTIONAL_PORTS,
  PUBLIC_URL: [
    'http://id.example',
    'id.example',
    'ftp://id.example',
    'https://user@id.example',
    'https://:password@id.example',
    'https://id.example?tenant=1',
    'https://id.example/path?tenant=1',
    'https://id.example#top',
    'https://id.example/path#top',
  ],
  TLS: ['maybe', 'true', '1'],
  TRUST_PROXY: NETWORKS,
  UPSTREAM_NETWORKS: NETWORKS,
  ADMIN_USERNAME: ['a', 'a b', '.ann', 'a'.repeat(64), 'app_admin', '0199c0de-0000-7000-8000-0000000000aa'],
  API_PREFIX: ['api', '/', '//api', '/api//v1', '/.api', '/api/.v1', '/a b', '/api/:id', '/api/*', '/api?x', '/%61pi'],
  ACCOUNT_HEADERS: ['X Account', 'X:Account', '-X', 'X-Tenant,Authorization', 'X_Ä'],
  TOKEN_PREFIX: ['g', 'g_h', 'g-h', '1gh', 'g'.repeat(17)],
  CORS_ORIGINS: [
    '*',
    'null',
    'https://*.example.com',
    'https://app.example.com/',
    'https://app.example.com/path',
    'https://App.example.com',
    'https://app.example.com:443',
    'https://user@app.example.com',
    'http://app.example.com',
    'ftp://localhost',
    'https://app.example.com,http://other.example',
  ],
  COOKIE_DOMAIN: ['exa mple.com', 'example..com', 'example.com/', 'example.com;Secure', '..example.com'],
  COOKIE_PATH: ['x', '/;Secure', '/a b', '/a,b'],
  COOKIE_SAMESITE: ['no', 'off'],
  HSTS_INCLUDE_SUBDOMAINS: ['yes', 'true', '1'],
  HSTS_PRELOAD: ['yes', 'true', '1'],
  WORKERS: ['0', '65', '-1', '1.5', 'many'],
  FRESHNESS: ['0', '1001', '-1', '0.5', 'soon', 'off'],
  LOG_LEVEL: ['loud'],
  DOCS: ['perhaps'],
  RETENTION_TOKENS_DAYS: DAYS,
  RETENTION_SESSIONS_DAYS: DAYS,
  RETENTION_NOTIFICATIONS_DAYS: DAYS,
  RETENTION_AUDIT_DAYS: DAYS.filter((days) => days !== '0'),
  CLEANUP_INTERVAL_MINUTES: ['10081', '-1', '1.5', 'x'],
  SECRET_KEYS: [
    ',',
    'changeme',
    'not base64, is it?',
    Buffer.from(KEY, 'base64').subarray(1).toString('base64'),
    Buffer.concat([Buffer.from(KEY, 'base64'), Buffer.from('x')]).toString('base64'),
    Buffer.from('changeme-changeme-changeme-12345').toString('base64'),
    Buffer.alloc(32).toString('base64'),
    Buffer.from('abcdefgabcdefgabcdefgabcdefgabcd').toString('base64'), // seven different bytes
    `${KEY},${KEY}`,
    `${KEY},${KEY.replace('=', '')}`,
    `${KEY},short`,
  ],
  ADMIN_PASSWORD: ['changeme', '<the password>', 'sHort1', 'aaaaaaaaaaaaaaaa', 'Password-1234', '123456789012'],
  DATABASE_URL: ['postgres://db/name', 'gatehouse.db', 'sqlite:', 'sqlite::memory:', 'sqlite:file::memory:'],
  REDIS_URL: ['http://cache', 'cache:6379', 'redis://:changeme@cache'],
};
/** A MySQL URL needs keys besides, and is refused for itself first. */
const REFUSED_MYSQL = [
  'mysql://db',
  'mysql://db/',
  'mysql://db/one/two',
  'mysql:///name',
  'mysql://root:changeme@db/name',
  'mysql://root:%3Cpassword%3E@db/name',
];
/** These name a file or a folder, which any text can. What is wrong with them shows when they are opened. */
const TAKE_ANY_TEXT = ['DATA_DIR', 'TLS_CERT_FILE', 'TLS_KEY_FILE'];

describe('every setting', () => {
  it('has values that are refused, or is known to take any text', () => {
    expect(Object.keys(REFUSED).concat(TAKE_ANY_TEXT).sort()).toEqual([...PLAIN_SETTINGS, ...SECRET_SETTINGS].sort());
  });

  const cases = Object.entries(REFUSED).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  it.each(cases)('[67] %s=%s is refused', (name, value) => {
    expect(refusedBy(name, value)).toEqual([name]);
  });

  it.each(REFUSED_MYSQL)('[67] DATABASE_URL=%s is refused', (value) => {
    expect(refusedBy('DATABASE_URL', value)).toContain('DATABASE_URL');
  });

  it.each([...SECRET_SETTINGS])('[67] %s can come from a file, and from one place alone', (name) => {
    expect(refusedBy(`${name}_FILE`, '/nowhere')).toEqual([`${name}_FILE`]);
  });

  it.each([...PLAIN_SETTINGS])('[67] %s_FILE is no setting', (name) => {
    expect(refusedBy(`${name}_FILE`, '/nowhere')).toEqual([`${name}_FILE`]);
  });
});

describe('preloading of HSTS', () => {
  it('[67] takes the subdomains too, as the list of browsers does', () => {
    const preload = { GATEHOUSE_HSTS_PRELOAD: 'on' };
    expect(refusedOf({ ...preload, GATEHOUSE_HSTS_INCLUDE_SUBDOMAINS: 'off' })).toEqual(['HSTS_PRELOAD']);
    expect(refusedOf(preload)).toEqual([]);
  });
});

describe('the ports', () => {
  it.each([
    ['PORT', 'HTTP_PORT'],
    ['PORT', 'METRICS_PORT'],
    ['HTTP_PORT', 'METRICS_PORT'],
  ])('[67] %s and %s are two', (one, other) => {
    const same = { [`GATEHOUSE_${one}`]: '9000', [`GATEHOUSE_${other}`]: '9000' };
    expect(refusedOf(same)).toEqual(['PORT']);
  });

  it('may be off together', () => {
    expect(refusedOf({ GATEHOUSE_HTTP_PORT: '0', GATEHOUSE_METRICS_PORT: 'off' })).toEqual([]);
  });
});

/** Written out once more: an entry that is removed from the list, or added to it, has to be removed or added here. */
const TAKEN_PATHS =
  `oauth verify gw docs health metrics .well-known assets sign-in invitation profile developer sessions
  tokens applications admin leaks projects proxies upstreams`.split(/\s+/);
const TAKEN_HEADERS: Readonly<Record<string, string>> = {
  authorization: 'Authorization',
  cookie: 'Cookie',
  host: 'Host',
  origin: 'Origin',
  connection: 'Connection',
  'content-': 'Content-Account',
  'transfer-encoding': 'Transfer-Encoding',
  'x-forwarded-': 'X-Forwarded-Account',
  forwarded: 'Forwarded',
};
/** An example of each, which no other pattern matches. */
const LEFT_IN: readonly string[] = [
  ...['<password>', '${PASSWORD}', 'XXXX', '****', '...', 'Change-Me', 'change_this', 'ReplaceMe', 'replace-this'],
  ...['replace with yours', 'a Placeholder', 'your-secret', 'my secret', 'secret-here', 'TODO'],
];

describe('the API prefix', () => {
  it('is compared with a list of paths that has a case for each', () => {
    expect([...RESERVED_PATHS].sort()).toEqual([...TAKEN_PATHS].sort());
  });

  it.each(TAKEN_PATHS)('[67] is not /%s, nor below it', (path) => {
    for (const prefix of [`/${path}`, `/${path}/`, `/${path}/v1`])
      expect([prefix, refusedBy('API_PREFIX', prefix)]).toEqual([prefix, ['API_PREFIX']]);
  });

  it('may begin with the letters of one, or hold one further down', () => {
    for (const prefix of ['/oauth2', '/administration', '/api/tokens'])
      expect(refusedBy('API_PREFIX', prefix)).toEqual([]);
  });
});

describe('a further account header', () => {
  it('is compared with a list of names that has a case for each', () => {
    expect([...RESERVED_HEADERS].sort()).toEqual(Object.keys(TAKEN_HEADERS).sort());
  });

  it.each(Object.values(TAKEN_HEADERS))('[67] is not %s, however it is written', (name) => {
    for (const header of [name, name.toLowerCase(), name.toUpperCase(), `X-Tenant, ${name}`])
      expect([header, refusedBy('ACCOUNT_HEADERS', header)]).toEqual([header, ['ACCOUNT_HEADERS']]);
  });

  it('may hold such a name', () => {
    for (const header of ['X-Host', 'Hosted', 'Account-Origin'])
      expect(refusedBy('ACCOUNT_HEADERS', header)).toEqual([]);
  });
});

describe('a placeholder', () => {
  it('is recognised by patterns that have a case each', () => {
    const matches = LEFT_IN.map((text) => PLACEHOLDERS.filter((placeholder) => placeholder.test(text)));
    expect(matches.map(({ length }) => length)).toEqual(LEFT_IN.map(() => 1));
    expect(matches.flat().map(String).sort()).toEqual(PLACEHOLDERS.map(String).sort());
  });

  it.each(LEFT_IN)('[67] %s is refused in the password of a database', (text) => {
    expect(isPlaceholder(text)).toBe(true);
    const url = `mysql://root:${encodeURIComponent(text)}@db/name`;
    expect(refusedBy('DATABASE_URL', url)).toContain('DATABASE_URL');
  });
});
