import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { readSettings } from '../../../../src/platform/config/reading/read-settings.js';
import { SettingsError } from '../../../../src/platform/config/settings-error.js';
import type { Settings } from '../../../../src/platform/config/settings.js';

const KEY = 'tSsvK7n0yB4m1eRkq2u8Yc5hPzX3aLwJdGfTiVoNQ9A=';
const OTHER_KEY = 'q8WcZ1vFh3LxN6tYp0sRj7uKb2mEdGaV5oTiQy4CnXk=';
const noFile = (): string => {
  throw new Error('there is no file');
};

const read = (variables: Record<string, string>, readFile: (path: string) => string = noFile): Settings =>
  readSettings(variables, readFile);

function refusal(variables: Record<string, string>, readFile?: (path: string) => string): SettingsError {
  try {
    read(variables, readFile);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('the settings were not refused');
}

describe('the settings', () => {
  it('have the defaults of the documentation', () => {
    const settings = read({ GATEHOUSE_DATA_DIR: '/var/lib/gatehouse', HOME: '/root', PORT: '1' });
    expect(Object.fromEntries(Object.entries(settings))).toEqual({
      host: '127.0.0.1',
      port: 8443,
      httpPort: 8080,
      publicUrl: 'https://localhost:8443',
      tls: { mode: 'on', certFile: null, keyFile: null },
      trustProxy: [],
      hsts: { includeSubDomains: true, preload: false },
      dataDir: '/var/lib/gatehouse',
      database: { kind: 'sqlite', file: '/var/lib/gatehouse/gatehouse.db' },
      redisUrl: null,
      secretKeys: null,
      adminUsername: 'admin',
      adminPassword: null,
      apiPrefix: '/api/v1',
      accountHeaders: ['X-Account-Id'],
      tokenPrefix: 'gth',
      corsOrigins: [],
      cookie: { domain: null, path: '/', sameSite: 'lax' },
      docs: true,
      workers: 1,
      freshnessMs: null,
      logLevel: 'info',
      metricsPort: 0,
      upstreamNetworks: [],
      retention: { tokensDays: 30, sessionsDays: 30, notificationsDays: 90, auditDays: 0 },
      cleanupIntervalMinutes: 60,
      notices: [],
    });
  });

  it('read what is given', () => {
    const settings = read({
      GATEHOUSE_HOST: '::',
      GATEHOUSE_PORT: '9443',
      GATEHOUSE_HTTP_PORT: '0',
      GATEHOUSE_METRICS_PORT: '9100',
      GATEHOUSE_DATABASE_URL: 'mysql://u:p@db:3306/gatehouse',
      GATEHOUSE_REDIS_URL: 'redis://cache:6379',
      GATEHOUSE_PUBLIC_URL: 'https://id.example.com/gatehouse/',
      GATEHOUSE_TLS: 'off',
      GATEHOUSE_TRUST_PROXY: '10.0.0.0/8, fd00::/8,192.0.2.1',
      GATEHOUSE_SECRET_KEYS: `${KEY},${OTHER_KEY}`,
      GATEHOUSE_ACCOUNT_HEADERS: 'X-Tenant,x-account-id',
      GATEHOUSE_CORS_ORIGINS: 'https://app.example.com,http://localhost:3000',
      GATEHOUSE_COOKIE_DOMAIN: '.Example.com',
      GATEHOUSE_COOKIE_SAMESITE: 'none',
      GATEHOUSE_API_PREFIX: '/accounts/api/v2/',
      GATEHOUSE_DOCS: 'off',
      GATEHOUSE_UPSTREAM_NETWORKS: '',
      GATEHOUSE_RETENTION_TOKENS_DAYS: '7',
      GATEHOUSE_RETENTION_SESSIONS_DAYS: '1',
      GATEHOUSE_RETENTION_NOTIFICATIONS_DAYS: '36500',
      GATEHOUSE_RETENTION_AUDIT_DAYS: '400',
      GATEHOUSE_CLEANUP_INTERVAL_MINUTES: '0',
    });
    expect(settings).toMatchObject({
      host: '::',
      port: 9443,
      httpPort: 0,
      metricsPort: 9100,
      publicUrl: 'https://id.example.com/gatehouse',
      tls: { mode: 'off' },
      trustProxy: ['10.0.0.0/8', 'fd00::/8', '192.0.2.1'],
      accountHeaders: ['X-Account-Id', 'X-Tenant'],
      corsOrigins: ['https://app.example.com', 'http://localhost:3000'],
      cookie: { domain: 'example.com', sameSite: 'none' },
      apiPrefix: '/accounts/api/v2',
      docs: false,
      upstreamNetworks: [],
      retention: { tokensDays: 7, sessionsDays: 1, notificationsDays: 36_500, auditDays: 400 },
      cleanupIntervalMinutes: 0,
    });
    expect(settings.secretKeys?.map((key) => key.reveal())).toEqual([KEY, OTHER_KEY]);
  });

  it('takes an earlier name, and says so', () => {
    const settings = read({ GATEHOUSE_CARE_INTERVAL_MINUTES: '7' });
    expect(settings.cleanupIntervalMinutes).toBe(7);
    expect(settings.notices).toEqual([
      'GATEHOUSE_CARE_INTERVAL_MINUTES is now GATEHOUSE_CLEANUP_INTERVAL_MINUTES; the earlier name still works.',
    ]);
  });

  it('prefers the name of now to an earlier one', () => {
    const settings = read({ GATEHOUSE_CARE_INTERVAL_MINUTES: '7', GATEHOUSE_CLEANUP_INTERVAL_MINUTES: '9' });
    expect(settings.cleanupIntervalMinutes).toBe(9);
    expect(settings.notices).toEqual([expect.stringContaining('both are set, and the earlier one is ignored')]);
  });

  it('follow PORT in the default public URL', () => {
    expect(read({ GATEHOUSE_PORT: '9443' }).publicUrl).toBe('https://localhost:9443');
  });

  it('take a secret from a file and drop its last line break', () => {
    const files: Record<string, string> = { '/run/key': `${KEY}\n` };
    expect(
      read({ GATEHOUSE_SECRET_KEYS_FILE: '/run/key' }, (path) => files[path] ?? '').secretKeys?.[0]?.reveal(),
    ).toBe(KEY);
  });

  it('never print a secret', () => {
    const settings = read({ GATEHOUSE_DATABASE_URL: 'mysql://u:hunter2hunter2@db/g', GATEHOUSE_SECRET_KEYS: KEY });
    expect(inspect(settings, { depth: 9 }) + JSON.stringify(settings)).not.toMatch(
      new RegExp(`hunter2|${KEY.slice(0, 12)}`),
    );
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '8443x'],
    ['PORT', '1e3'],
    ['HTTP_PORT', '-1'],
    ['METRICS_PORT', 'on'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'http://id.example.com'],
    ['PUBLIC_URL', 'id.example.com'],
    ['PUBLIC_URL', 'https://u:p@id.example.com'],
    ['PUBLIC_URL', 'https://id.example.com?x=1'],
    ['TLS', 'maybe'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'proxy.example.com'],
    ['UPSTREAM_NETWORKS', '10.0.0.0/8/8'],
    ['DATABASE_URL', 'postgres://db/name'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'sqlite::memory:'],
    ['REDIS_URL', 'http://cache'],
    ['API_PREFIX', 'api'],
    ['API_PREFIX', '/'],
    ['API_PREFIX', '/oauth'],
    ['API_PREFIX', '/tokens/v1'],
    ['ACCOUNT_HEADERS', 'X Account'],
    ['ACCOUNT_HEADERS', 'Authorization'],
    ['TOKEN_PREFIX', 'g_h'],
    ['CORS_ORIGINS', 'https://app.example.com/path'],
    ['CORS_ORIGINS', 'http://app.example.com'],
    ['COOKIE_DOMAIN', 'exa mple.com'],
    ['COOKIE_PATH', 'x'],
    ['COOKIE_PATH', '/;Secure'],
    ['COOKIE_SAMESITE', 'no'],
    ['WORKERS', '0'],
    ['RETENTION_TOKENS_DAYS', '0'],
    ['RETENTION_TOKENS_DAYS', '1.5'],
    ['RETENTION_SESSIONS_DAYS', '0'],
    ['RETENTION_NOTIFICATIONS_DAYS', '0'],
    ['RETENTION_AUDIT_DAYS', '-1'],
    ['RETENTION_AUDIT_DAYS', '36501'],
    ['CLEANUP_INTERVAL_MINUTES', '10081'],
    ['LOG_LEVEL', 'loud'],
    ['DOCS', 'perhaps'],
    ['ADMIN_USERNAME', 'a b'],
    ['ADMIN_USERNAME', 'app_admin'],
    ['ADMIN_USERNAME', '0199c0de-0000-7000-8000-0000000000aa'],
  ])('[67] refuse %s=%s and say what it wants', (name, value) => {
    const [problem, ...more] = refusal({ [`GATEHOUSE_${name}`]: value }).problems;
    expect(problem).toMatchObject({ setting: `GATEHOUSE_${name}` });
    expect(problem?.wants).not.toBe('');
    expect(more).toEqual([]);
  });

  it('[67] list everything that is wrong at once', () => {
    const error = refusal({ GATEHOUSE_PORT: 'x', GATEHOUSE_TLS: 'x', GATEHOUSE_WORKERS: 'x', GATEHOUSE_NOPE: '1' });
    expect(error.problems.map(({ setting }) => setting).sort()).toEqual([
      'GATEHOUSE_NOPE',
      'GATEHOUSE_PORT',
      'GATEHOUSE_TLS',
      'GATEHOUSE_WORKERS',
    ]);
    for (const { setting, wants } of error.problems)
      expect(error.message).toMatch(new RegExp(`${setting} .*${wants.slice(0, 9)}`));
  });

  it.each([
    ['GATEHOUSE_PROT', 'GATEHOUSE_PORT'],
    ['GATEHOUSE_SECRET_KEY', 'GATEHOUSE_SECRET_KEYS'],
    ['GATEHOUSE_ADMIN_PASSWORT', 'GATEHOUSE_ADMIN_PASSWORD'],
    ['GATEHOUSE_REDIS', 'GATEHOUSE_REDIS_URL'],
  ])('[67] refuse the unknown %s and suggest %s', (unknown, known) => {
    expect(refusal({ [unknown]: 'x' }).message).toContain(`${known}.`);
  });

  it.each([
    ['a short key', Buffer.alloc(16, 'k3yK').toString('base64')],
    ['a long key', `${KEY.slice(0, -1)}AAAA`],
    ['no base64', 'this is not base64 at all, is it? no.'],
    ['zeros alone', Buffer.alloc(32).toString('base64')],
    ['one byte repeated', Buffer.alloc(32, 7).toString('base64')],
    ['a placeholder', 'changeme'],
    ['a marked placeholder', '<32 random bytes>'],
    ['an encoded placeholder', Buffer.from('changeme-changeme-changeme-12345').toString('base64')],
    ['an unexpanded variable', '${SECRET_KEYS}'],
    ['a repeated key', `${KEY},${KEY}`],
    ['a good and a bad key', `${KEY},short`],
  ])('[67] refuse %s as a deployment key without repeating it', (_, value) => {
    const error = refusal({ GATEHOUSE_SECRET_KEYS: value });
    expect(error.problems).toMatchObject([{ setting: 'GATEHOUSE_SECRET_KEYS' }]);
    expect(error.message).not.toContain(value);
    expect(error.message).toContain('32 random bytes');
  });

  it.each([
    'sHort1',
    'changeme',
    'password1234',
    'Password-1234',
    'aaaaaaaaaaaaaaaa',
    'gatehouse1234',
    '123456789012',
    'admin1234567',
    '<password>',
  ])('[67] refuse the administrator password %s without repeating it', (value) => {
    const error = refusal({ GATEHOUSE_ADMIN_PASSWORD: value });
    expect(error.problems).toMatchObject([{ setting: 'GATEHOUSE_ADMIN_PASSWORD' }]);
    expect(error.problems[0]?.reason).not.toContain(value);
  });

  it('take a good administrator password', () => {
    expect(read({ GATEHOUSE_ADMIN_PASSWORD: 'blue kettle 71 river' }).adminPassword?.reveal()).toBe(
      'blue kettle 71 river',
    );
  });

  it('[67] refuse a placeholder in the database and Redis URLs without repeating them', () => {
    const urls = { GATEHOUSE_DATABASE_URL: 'mysql://root:changeme@db/g', GATEHOUSE_REDIS_URL: 'redis://:<password>@c' };
    const { message, problems } = refusal({ ...urls, GATEHOUSE_SECRET_KEYS: KEY });
    expect(problems.map(({ setting }) => setting)).toEqual(['GATEHOUSE_DATABASE_URL', 'GATEHOUSE_REDIS_URL']);
    expect(message).not.toMatch(/changeme|<password>/);
  });

  it.each([
    ['MySQL without a key', { GATEHOUSE_DATABASE_URL: 'mysql://u:p@db/g' }, 'GATEHOUSE_SECRET_KEYS'],
    ['TLS off without a trusted proxy', { GATEHOUSE_TLS: 'off' }, 'GATEHOUSE_TRUST_PROXY'],
    ['a certificate without its key', { GATEHOUSE_TLS_CERT_FILE: '/c.pem' }, 'GATEHOUSE_TLS_KEY_FILE'],
    ['a key without its certificate', { GATEHOUSE_TLS_KEY_FILE: '/k.pem' }, 'GATEHOUSE_TLS_CERT_FILE'],
    ['CORS for everybody', { GATEHOUSE_CORS_ORIGINS: '*' }, 'GATEHOUSE_CORS_ORIGINS'],
    ['CORS for every subdomain', { GATEHOUSE_CORS_ORIGINS: 'https://*.example.com' }, 'GATEHOUSE_CORS_ORIGINS'],
    ['one port for two', { GATEHOUSE_PORT: '8080' }, 'GATEHOUSE_PORT'],
    [
      'a secret twice',
      { GATEHOUSE_REDIS_URL: 'redis://c', GATEHOUSE_REDIS_URL_FILE: '/f' },
      'GATEHOUSE_REDIS_URL_FILE',
    ],
    ['a file that is not there', { GATEHOUSE_ADMIN_PASSWORD_FILE: '/nowhere' }, 'GATEHOUSE_ADMIN_PASSWORD_FILE'],
    ['a file for what is no secret', { GATEHOUSE_PORT_FILE: '/f' }, 'GATEHOUSE_PORT_FILE'],
  ])('[67] refuse %s', (_, variables, setting) => {
    expect(refusal(variables).problems.map((problem) => problem.setting)).toEqual([setting]);
  });
});
