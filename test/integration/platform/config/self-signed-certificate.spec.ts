import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSignedCertificate } from '../../../../src/platform/config/self-signed-certificate.js';
import { SettingsError } from '../../../../src/platform/config/settings-error.js';
import type { Settings } from '../../../../src/platform/config/settings.js';
import { tlsOptions } from '../../../../src/platform/http/server/tls-options.js';
import { FixedClock } from '../../../support/fixed-clock.js';
import { testSettings } from '../../../support/test-settings.js';

Logger.overrideLogger(false);

describe('the certificate that the service makes for itself', () => {
  let dataDir: string;
  let values: Parameters<typeof testSettings>[0];
  let settings: Settings;
  const clock = new FixedClock('2026-01-01T00:00:00Z');

  beforeEach(() => {
    dataDir = join(mkdtempSync(join(tmpdir(), 'gatehouse-')), 'data');
    values = { dataDir, database: { kind: 'sqlite', file: '' } };
    settings = testSettings(values);
    clock.set('2026-01-01T00:00:00Z');
  });
  afterEach(() => {
    rmSync(join(dataDir, '..'), { recursive: true });
  });

  it('names localhost and its addresses, fits its key and is nobody else to read', async () => {
    const { cert, key } = await selfSignedCertificate(settings, clock);
    const certificate = new X509Certificate(cert);
    for (const name of ['localhost']) expect(certificate.checkHost(name)).toBe(name);
    for (const address of ['127.0.0.1', '::1']) expect(certificate.checkIP(address)).toBe(address);
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(certificate.ca).toBe(false);
    const modes = ['', 'tls.key', 'tls.crt'].map((name) => statSync(join(dataDir, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  it('is kept from start to start and renewed before it expires', async () => {
    const first = await selfSignedCertificate(settings, clock);
    clock.advance({ days: 300 });
    expect(await selfSignedCertificate(settings, clock)).toEqual(first);
    clock.advance({ days: 36 });
    const renewed = await selfSignedCertificate(settings, clock);
    expect(renewed.cert).not.toBe(first.cert);
    expect(Date.parse(new X509Certificate(renewed.cert).validTo)).toBeGreaterThan(
      clock.now().getTime() + 300 * 86_400_000,
    );
    expect(readFileSync(join(dataDir, 'tls.crt'), 'utf8')).toBe(renewed.cert);
  });

  it('is made anew for another public host', async () => {
    await selfSignedCertificate(settings, clock);
    const moved = testSettings({ ...values, publicUrl: 'https://id.example.com' });
    expect(
      new X509Certificate((await selfSignedCertificate(moved, clock)).cert).checkHost('id.example.com'),
    ).toBeDefined();
  });

  it('is one pair when several processes start at once', async () => {
    const pairs = await Promise.all([1, 2, 3, 4].map(() => selfSignedCertificate(settings, clock)));
    expect(new Set(pairs.map(({ cert, key }) => cert + key)).size).toBe(1);
  });

  it('[67] a certificate that is given must be readable and fit its key', async () => {
    const other = testSettings({ ...values, dataDir: join(dataDir, '..', 'other') });
    const [a, b] = [await selfSignedCertificate(settings, clock), await selfSignedCertificate(other, clock)];
    const files = { good: a.cert, key: a.key, foreign: b.key, junk: 'no PEM' };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(dataDir, name), content);
    const given = (certFile: string, keyFile: string) =>
      tlsOptions(
        testSettings({
          ...values,
          tls: { mode: 'on', certFile: join(dataDir, certFile), keyFile: join(dataDir, keyFile) },
        }),
        clock,
      );
    expect(await given('good', 'key')).toMatchObject({ cert: a.cert, minVersion: 'TLSv1.2' });
    for (const [certFile, keyFile] of [
      ['good', 'foreign'],
      ['junk', 'key'],
      ['good', 'junk'],
      ['missing', 'key'],
    ] as const) {
      await expect(given(certFile, keyFile)).rejects.toThrow(SettingsError);
    }
  });
});
