import { describe, expect, it } from '@jest/globals';
import { connectionTls } from '../../../../src/platform/config/connection-tls.js';
import { readSettings } from '../../../../src/platform/config/reading/read-settings.js';
import { SettingsError } from '../../../../src/platform/config/settings-error.js';
import { TEST_KEY } from '../../../support/test-settings.js';

const read = (variables: Record<string, string>) =>
  readSettings({ GATEHOUSE_SECRET_KEYS: TEST_KEY, ...variables }, () => '');

/** The one problem that these settings have. */
function refusal(variables: Record<string, string>) {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof SettingsError && error.problems.length === 1) return error.problems[0];
    throw error;
  }
  throw new Error('the settings were taken');
}

const mysql = (query: string, host = 'db') => `mysql://root:pw@${host}/gatehouse?${query}`;
const tlsOf = (query: string, host?: string) => connectionTls(new URL(mysql(query, host)));

describe('a URL of the database', () => {
  it.each([
    ['sslmode=disable', 'off'],
    ['ssl-mode=DISABLED', 'off'],
    ['ssl=false', 'off'],
    ['ssl=0', 'off'],
    ['useSSL=false', 'off'],
    ['tls=false', 'off'],
    ['requireSSL=false', 'off'],
    ['', 'off'],
    // words that would fall back to plaintext don't
    ['sslmode=allow', 'encrypted'],
    ['sslmode=prefer', 'encrypted'],
    ['ssl-mode=PREFERRED', 'encrypted'],
    ['tls=preferred', 'encrypted'],
    ['sslmode=require', 'encrypted'],
    ['ssl-mode=REQUIRED', 'encrypted'],
    ['ssl_mode=required', 'encrypted'],
    ['sslMode=REQUIRED', 'encrypted'],
    ['sslMode=trust', 'encrypted'],
    ['SSLMODE=require', 'encrypted'],
    ['useSSL=true', 'encrypted'],
    ['requireSSL=true', 'encrypted'],
    ['useSSL=true&requireSSL=true', 'encrypted'],
    ['useSSL=true&verifyServerCertificate=false', 'encrypted'],
    ['verifyServerCertificate=false', 'encrypted'],
    ['tls=skip-verify', 'encrypted'],
    ['ssl={"rejectUnauthorized":false}', 'encrypted'],
    ['ssl=%7B%22rejectUnauthorized%22%3A%20false%7D', 'encrypted'],
    ['sslaccept=accept_invalid_certs', 'encrypted'],
    ['sslmode=verify-ca', 'verify-ca'],
    ['ssl-mode=VERIFY_CA', 'verify-ca'],
    ['useSSL=true&verifyServerCertificate=true', 'verify-ca'],
    ['ssl={"rejectUnauthorized":true}', 'verify-ca'],
    ['sslmode=verify-full', 'verify-full'],
    ['ssl-mode=VERIFY_IDENTITY', 'verify-full'],
    ['sslaccept=strict', 'verify-full'],
    ['ssl=true', 'verify-full'],
    ['ssl=1', 'verify-full'],
    ['tls=true', 'verify-full'],
  ])('[67] that says %s connects with TLS: %s', (query, level) => {
    expect(tlsOf(query)).toBe(level);
    expect(() => read({ GATEHOUSE_DATABASE_URL: mysql(query) })).not.toThrow();
  });

  it('[67] is verified as far as the driver can, and no word promises more', () => {
    expect(tlsOf('ssl=true', '10.0.0.5')).toBe('verify-ca');
    expect(tlsOf('ssl=true', '[fd00::5]')).toBe('verify-ca');
    const problem = refusal({ GATEHOUSE_DATABASE_URL: mysql('sslmode=verify-full', '10.0.0.5') });
    expect(problem?.reason).toContain('names its host by an address');
  });

  it.each([
    ['sslmod=require', 'sslmod'],
    ['ssl-ca=/etc/ca.pem', 'ssl-ca'],
    ['sslrootcert=/etc/ca.pem', 'sslrootcert'],
    ['charset=utf8mb4', 'charset'],
    ['ssl=true&timeout=3', 'timeout'],
    ['encrypt=true', 'encrypt'],
    ['sslmode=requird', 'sslmode'],
    ['ssl=Amazon RDS', 'ssl'],
    ['ssl=', 'ssl'],
    ['ssl', 'ssl'],
    ['useSSL=maybe', 'useSSL'],
    ['tls=custom', 'tls'],
    // what every object has is no parameter and no value
    ['constructor=require', 'constructor'],
    ['sslmode=constructor', 'sslmode'],
    ['ssl-mode=Constructor', 'ssl-mode'],
    ['ssl=constructor', 'ssl'],
    ['tls=constructor', 'tls'],
    ['tlsmode=constructor', 'tlsmode'],
    ['sslaccept=constructor', 'sslaccept'],
    ['ssl_cert_reqs=constructor', 'ssl_cert_reqs'],
  ])('[67] with %s is refused by the name of the parameter', (query, name) => {
    const problem = refusal({ GATEHOUSE_DATABASE_URL: mysql(query) });
    expect(problem).toMatchObject({ setting: 'GATEHOUSE_DATABASE_URL' });
    expect(problem?.reason).toContain(`the parameter ${name}`);
  });

  it.each(['ssl=true&sslmode=disable', 'useSSL=false&requireSSL=true', 'ssl=false&ssl=true'])(
    '[67] that contradicts itself with %s is refused',
    (query) => {
      expect(refusal({ GATEHOUSE_DATABASE_URL: mysql(query) })?.reason).toBe('asks for TLS and for none');
    },
  );

  it.each([
    'gatehouse&sslmode=require',
    'gatehouse;sslmode=require',
    'gatehouse,sslmode=require',
    'gatehouse|sslmode=require',
    'gatehouse&ssl',
    'gatehouse;ssl',
    'gatehouse%3Fsslmode=require',
    'gatehouse%3Fssl',
    'gatehouse%26ssl',
    'gatehouse%3Bssl',
    'gatehouse%23ssl',
    'gatehouse%20sslmode%3Drequire',
    'gatehouse&x=1?sslmode=require',
  ])('[67] with parameters in its name is refused: %s', (name) => {
    const problem = refusal({ GATEHOUSE_DATABASE_URL: `mysql://root:pw@db/${name}` });
    expect(problem?.reason).toMatch(/in its database name: parameters begin with `\?`/);
  });

  it('[67] that a slash cuts short before its host is refused, without the secret', () => {
    const problem = refusal({ GATEHOUSE_DATABASE_URL: 'mysql://root:12/s3cret@db' });
    expect(problem?.reason).toContain('percent-encode');
    expect(problem?.reason).not.toContain('s3cret');
  });

  it.each(['gate-house_2', 'gate.house$', 'gate%20house', 'd%C3%A9p%C3%B4t', 'gate%25house'])(
    'may name the database %s',
    (name) => {
      expect(() => read({ GATEHOUSE_DATABASE_URL: `mariadb://root:pw@db/${name}` })).not.toThrow();
    },
  );

  it.each(['db%zz', 'db%', 'db%41', 'db&sslmode=require', 'db;ssl', 'db,other', '%2Frun%2Fmysqld.sock', '*', "d'b"])(
    '[67] is refused with a host that is neither a name nor an address: %s',
    (host) => {
      const problem = refusal({ GATEHOUSE_DATABASE_URL: mysql('', host) });
      expect(problem).toMatchObject({ setting: 'GATEHOUSE_DATABASE_URL' });
      expect(problem?.reason).toContain('host that is neither a name nor an address');
    },
  );

  it.each(['db', 'db-1.internal', 'my_db', '10.0.0.5', '[fd00::5]', 'xn--bcher-kva.example'])(
    'may name the host %s',
    (host) => {
      expect(() => read({ GATEHOUSE_DATABASE_URL: mysql('', host) })).not.toThrow();
    },
  );

  it.each([
    ['?mode=ro', 'the parameter mode'],
    ['?ssl-mode=require', 'the parameter ssl-mode'],
    ['?x.y=1', 'the parameter x.y'],
    ['?immutable', 'the parameter immutable'],
    ['?', 'a parameter'],
    ['?=1', 'a parameter'],
    ['?&mode=ro', 'a parameter'],
    ['??mode=ro', 'a parameter'],
    ['%3Fmode=ro', 'the parameter mode'],
    ['%3fimmutable', 'the parameter immutable'],
    [';mode=ro', 'the parameter mode'],
    ['&mode=ro', 'the parameter mode'],
    ['#mode=ro', 'the parameter mode'],
  ])('[67] of a file takes no parameter: %s', (query, said) => {
    const problem = refusal({ GATEHOUSE_DATABASE_URL: `sqlite:./g.db${query}` });
    expect(problem?.reason).toBe(`holds ${said}, which is not known`);
  });

  it('of a file may hold other special characters', () => {
    expect(() => read({ GATEHOUSE_DATABASE_URL: 'sqlite:./a=b & c;d/g#1.db' })).not.toThrow();
    expect(() => read({ GATEHOUSE_DATABASE_URL: 'sqlite:./100%/g.db' })).not.toThrow();
  });

  it.each([
    ['user', 'mysql://ro%ot:pw@db/gatehouse'],
    ['password', 'mysql://root:s3cret%@db/gatehouse'],
    ['password', 'mysql://root:s3cret%zz@db/gatehouse'],
    ['password', 'mysql://root:%C3s3cret@db/gatehouse'],
    ['database name', 'mariadb://root:pw@db/gate%house'],
  ])('[67] with a raw %% in its %s is refused with what to do', (part, url) => {
    const problem = refusal({ GATEHOUSE_DATABASE_URL: url });
    expect(problem).toMatchObject({ setting: 'GATEHOUSE_DATABASE_URL' });
    expect(problem?.reason).toMatch(new RegExp(`\`%\` in its ${part} .* percent-encode it`));
    expect(problem?.reason).not.toContain('s3cret');
  });

  it.each([
    'mysql://root:12?s3cret@db/gatehouse',
    'mysql://root:pw@db/gatehouse#s3cret',
    'mysql://root:12#s3cret@db/gatehouse',
    'mysql://root:pw/s3cret@db/gatehouse',
  ])('[67] that a special character cuts short is refused, without the secret: %s', (url) => {
    const problem = refusal({ GATEHOUSE_DATABASE_URL: url });
    expect(problem?.reason).toContain('percent-encode');
    expect(problem?.reason).not.toContain('s3cret');
  });

  it('[67] names no parameter that may be a part of a password', () => {
    expect(refusal({ GATEHOUSE_DATABASE_URL: mysql('p$ss w0rd') })?.reason).toBe(
      'holds a parameter, which is not known',
    );
  });

  it('[67] that is encrypted and unverified gets a notice', () => {
    const noticesOf = (query: string) => read({ GATEHOUSE_DATABASE_URL: mysql(query) }).notices;
    expect(noticesOf('sslmode=require')).toEqual([
      expect.stringMatching(/^GATEHOUSE_DATABASE_URL asks for TLS without/),
    ]);
    expect(noticesOf('sslmode=verify-ca')).toEqual([]);
    expect(noticesOf('')).toEqual([]);
  });
});

describe('a URL of Redis', () => {
  const redis = (url: string) => read({ GATEHOUSE_REDIS_URL: url });
  const level = (url: string) => connectionTls(new URL(url));

  it.each([
    ['redis://cache', 'off'],
    ['redis://cache?tls=true', 'verify-full'],
    ['redis://cache?ssl=true', 'verify-full'],
    ['redis://10.0.0.5?tls=1', 'verify-full'],
    ['redis://cache?useSSL=true', 'encrypted'],
    ['redis://cache?sslmode=require', 'encrypted'],
    ['rediss://cache', 'verify-full'],
    ['rediss://cache?ssl_cert_reqs=none', 'encrypted'],
    ['rediss://cache?ssl_cert_reqs=CERT_REQUIRED', 'verify-full'],
  ])('[67] %s connects with TLS: %s', (url, expected) => {
    expect(level(url)).toBe(expected);
    expect(() => redis(url)).not.toThrow();
  });

  it.each([
    ['redis://cache?tsl=true', 'the parameter tsl'],
    ['redis://cache?lazyConnect=true', 'the parameter lazyConnect'],
    ['redis://cache?tls=RedisCloudFixed', 'the parameter tls'],
    ['rediss://cache?ssl_cert_reqs=maybe', 'the parameter ssl_cert_reqs'],
    ['rediss://cache?tls=false', 'asks for TLS and for none'],
    ['redis://cache/one', 'names a database that is no number'],
    ['redis://cache?db=x', 'names a database that is no number'],
    ['redis://cache?family=5', 'a family'],
    ['redis://us%er:pw@cache', 'percent-encode it'],
    ['redis://:pw%@cache', 'percent-encode it'],
    ['redis://:12?s3cret@cache', 'percent-encode'],
    ['redis://:pw#s3cret@cache', 'percent-encode'],
    ['redis://cache?constructor=1', 'the parameter constructor'],
    ['redis://cache?tls=constructor', 'the parameter tls'],
    ['rediss://cache?ssl_cert_reqs=constructor', 'the parameter ssl_cert_reqs'],
    // a second database, or one that the parameter hides, is checked like the first
    ['redis://cache?db=3&db=4;tls=true', 'names a database that is no number'],
    ['redis://cache/0;tls=true?db=3', 'names a database that is no number'],
    ['redis://cache?family=6&family=5', 'a family'],
    ['redis://cache&tls=true', 'host that is neither a name nor an address'],
    ['redis://cache;tls=true/0', 'host that is neither a name nor an address'],
    ['redis://:pw@cache%zz', 'host that is neither a name nor an address'],
    ['redis:///0', 'lacks a host'],
  ])('[67] %s is refused: %s', (url, reason) => {
    const problem = refusal({ GATEHOUSE_REDIS_URL: url });
    expect(problem).toMatchObject({ setting: 'GATEHOUSE_REDIS_URL' });
    expect(problem?.reason).toContain(reason);
    expect(problem?.reason).not.toContain('s3cret');
  });

  it('keeps what its client knows: a database and an address family', () => {
    expect(() => redis('redis://:pw@cache/3?family=6')).not.toThrow();
    expect(() => redis('redis://:p%25w@cache?db=3')).not.toThrow();
  });
});

describe('the public URL', () => {
  it.each(['https://id.example.com/a%', 'https://id.example.com/%zz'])('[67] %s is refused with what to do', (url) => {
    expect(refusal({ GATEHOUSE_PUBLIC_URL: url })?.reason).toContain('percent-encode it');
  });

  it('may hold an encoded character', () => {
    expect(read({ GATEHOUSE_PUBLIC_URL: 'https://id.example.com/a%20b' }).publicUrl).toBe(
      'https://id.example.com/a%20b',
    );
  });
});
