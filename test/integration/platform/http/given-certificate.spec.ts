import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsError } from '../../../../src/platform/config/settings-error.js';
import { tlsOptions } from '../../../../src/platform/http/server/tls-options.js';
import { makeCertificate, type TestCertificate } from '../../../support/certificates.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { testSettings } from '../../../support/test-settings.js';

const CERT = 'GATEHOUSE_TLS_CERT_FILE';
const KEY = 'GATEHOUSE_TLS_KEY_FILE';
const BEGIN = '-----BEGIN CERTIFICATE-----\n';

describe('[67] a certificate that the operator gives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-'));
  let authority: TestCertificate;
  let own: TestCertificate;
  let other: TestCertificate;
  let weak: TestCertificate;

  beforeAll(async () => {
    authority = await makeCertificate({ name: 'An Authority', isCa: true });
    own = await makeCertificate({ name: 'id.example', issuer: authority });
    other = await makeCertificate({ name: 'id.example' });
    weak = await makeCertificate({ name: 'id.example', rsaBits: 512 });
  });

  /** What is wrong with a pair of files; null: nothing. */
  async function problemOf(cert: string | null, key: string | null) {
    const [certFile, keyFile] = [
      join(folder, cert === null ? 'missing' : 'crt'),
      join(folder, key === null ? 'missing' : 'key'),
    ];
    if (cert !== null) writeFileSync(certFile, cert);
    if (key !== null) writeFileSync(keyFile, key);
    const tls = { mode: 'on', certFile, keyFile } as const;
    const settings = testSettings({ dataDir: folder, database: { kind: 'sqlite', file: '' }, tls });
    try {
      await tlsOptions(settings, new FixedClock());
      return null;
    } catch (error) {
      if (error instanceof SettingsError) return error.problems[0];
      throw error;
    }
  }
  const cut = (cert: string) => `${cert.slice(0, cert.length / 2)}\n`;
  const encrypted = (type: 'pkcs8' | 'sec1') =>
    createPrivateKey(own.key)
      .export({ type, format: 'pem', cipher: 'aes-256-cbc', passphrase: 'a passphrase' })
      .toString();

  it('may be alone, or be followed by who issued it, and its key may be beside it', async () => {
    expect(await problemOf(own.cert, own.key)).toBeNull();
    expect(await problemOf(`${own.cert}\n${authority.cert}`, own.key)).toBeNull();
    expect(await problemOf(own.key + own.cert, own.key)).toBeNull();
  });

  it.each([
    ['the key of another', () => [own.cert, other.key], KEY, 'does not belong to the certificate'],
    ['a chain that is upside down', () => [authority.cert + own.cert, own.key], CERT, 'in the wrong order'],
    ['an encrypted key of PKCS #8', () => [own.cert, encrypted('pkcs8')], KEY, 'an encrypted key'],
    ['an encrypted key of SEC 1', () => [own.cert, encrypted('sec1')], KEY, 'an encrypted key'],
    ['the files in each other’s place', () => [own.key, own.cert], CERT, 'a private key and no certificate'],
    ['a certificate as its key', () => [own.cert, own.cert], KEY, 'a certificate and no key'],
    ['no PEM as a certificate', () => ['0\u0082', own.key], CERT, 'no certificate in PEM form'],
    ['no PEM as a key', () => [own.cert, ''], KEY, 'no private key in PEM form'],
    ['a damaged certificate', () => [own.cert.replace('MII', 'AAA'), own.key], CERT, 'certificate 1 can’t be read'],
    ['a certificate that was cut', () => [cut(own.cert), own.key], CERT, 'whose certificate 1 has no end'],
    ['a chain that was cut', () => [own.cert + cut(authority.cert), own.key], CERT, 'whose certificate 2 has no end'],
    [
      'a chain with a cut in it',
      () => [own.cert + cut(authority.cert) + authority.cert, own.key],
      CERT,
      'whose certificate 2 has no end',
    ],
    ['a chain that ends with a beginning', () => [own.cert + BEGIN, own.key], CERT, 'whose certificate 2 has no end'],
    ['a damaged key', () => [own.cert, own.key.replace(/\n./, '\nA')], KEY, 'key can’t be read'],
    ['a certificate that is not there', () => [null, own.key], CERT, '(ENOENT)'],
    ['a key that is not there', () => [own.cert, null], KEY, '(ENOENT)'],
    ['a key too short for TLS', () => [weak.cert, weak.key], CERT, 'one that TLS refuses'],
  ] as const)('is refused in a sentence of its own: %s', async (_, files, setting, said) => {
    const [cert = null, key = null] = files();
    const problem = await problemOf(cert, key);
    expect(problem).toMatchObject({ setting });
    expect(problem?.reason.replace('’', "'")).toContain(said.replace('’', "'"));
    expect(problem?.reason).not.toContain('BEGIN');
  });
});
