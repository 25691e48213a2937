import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { ServedCertificate } from '../../../src/platform/http/server/served-certificate.js';
import { makeCertificate, type TestCertificate } from '../../support/certificates.js';
import { eventually } from '../../support/eventually.js';
import { startService, type StartedService } from '../../support/started-service.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { newFolder } from '../../support/test-databases.js';

const NAMES = [{ type: 2, value: 'localhost' }] as const;
const make = () => makeCertificate({ name: 'localhost', altNames: NAMES });
const fingerprint = ({ cert }: TestCertificate) => new X509Certificate(cert).fingerprint256;

/** The certificate that a client is shown on a new connection. */
function shown(port: number, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host, servername: 'localhost', rejectUnauthorized: false }, () => {
      resolve(socket.getPeerX509Certificate()?.fingerprint256 ?? '');
      socket.destroy();
    }).once('error', reject);
  });
}

function put(folder: string, { cert, key }: TestCertificate): void {
  writeFileSync(join(folder, 'tls.crt'), cert);
  writeFileSync(join(folder, 'tls.key'), key, { mode: 0o600 });
}

const settingsFor = (folder: string) => ({
  tls: { mode: 'on', certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') } as const,
});

describe('[67] a certificate that is renewed', () => {
  let folder: string;
  let first: TestCertificate;
  let second: TestCertificate;
  let app: TestApp;
  const start = (settings = settingsFor(folder)) =>
    startTestApp('sqlite', { settings: { ...settings, host: 'localhost', logLevel: 'info' } });
  const logged = () => app.logLines.join('');

  beforeAll(async () => {
    [first, second] = await Promise.all([make(), make()]);
  });
  beforeEach(() => {
    folder = newFolder();
    put(folder, first);
  });
  afterEach(() => app.stop());

  it('is shown to new connections on every address, without a restart', async () => {
    app = await start();
    const addresses = await lookup('localhost', { all: true });
    const served = async () => {
      const all = await Promise.all(addresses.map(({ address }) => shown(app.settings.port, address)));
      return [...new Set(all)].join();
    };
    expect(await served()).toBe(fingerprint(first));
    put(folder, second);
    await eventually(served, fingerprint(second));
    expect(logged()).toContain('serving a new certificate, valid until');
  });

  it('is noticed where a link is swapped, as Kubernetes does', async () => {
    const version = (name: string, certificate: TestCertificate) => {
      mkdirSync(join(folder, name));
      put(join(folder, name), certificate);
      symlinkSync(name, join(folder, `${name}.link`));
      renameSync(join(folder, `${name}.link`), join(folder, 'current'));
    };
    version('one', first);
    app = await start(settingsFor(join(folder, 'current')));
    version('two', second);
    await eventually(() => shown(app.settings.port), fingerprint(second));
  });

  it('is taken only when its files are good: until then the one in use stays', async () => {
    app = await start();
    const reload = () => app.app.get(ServedCertificate).reload();
    writeFileSync(join(folder, 'tls.crt'), second.cert);
    await reload();
    expect(await shown(app.settings.port)).toBe(fingerprint(first));
    expect(logged()).toContain('the certificate in use stays: GATEHOUSE_TLS_KEY_FILE holds a key that does not belong');
    writeFileSync(join(folder, 'tls.key'), second.key);
    await reload();
    expect(await shown(app.settings.port)).toBe(fingerprint(second));
  });

  it.each([
    ['expired', { days: -1 }, 'the new one expired on'],
    ['not valid yet', { fromDays: 2 }, 'the new one is not valid before'],
  ])('does not give way to one that is %s, as long as it is valid', async (_, dates, said) => {
    app = await start();
    const reload = () => app.app.get(ServedCertificate).reload();
    const other = await makeCertificate({ name: 'localhost', altNames: NAMES, ...dates });
    put(folder, other);
    await reload();
    expect(await shown(app.settings.port)).toBe(fingerprint(first));
    expect(logged()).toContain(`the certificate in use stays: ${said}`);
    app.clock.advance({ days: 400 });
    await reload();
    expect(await shown(app.settings.port)).toBe(fingerprint(other));
  });

  it('is warned of when it has expired', async () => {
    put(folder, await makeCertificate({ name: 'localhost', altNames: NAMES, days: -1 }));
    app = await start();
    expect(logged()).toMatch(/the certificate expired on .*: clients refuse it/);
  });
});

describe('[67] SIGHUP', () => {
  let folder: string;
  let service: StartedService;

  beforeAll(async () => {
    folder = newFolder();
    put(folder, await make());
    service = await startService({
      GATEHOUSE_WORKERS: '2',
      GATEHOUSE_ADMIN_PASSWORD: 'Testing-Is-Half-The-Work-1',
      GATEHOUSE_TLS_CERT_FILE: join(folder, 'tls.crt'),
      GATEHOUSE_TLS_KEY_FILE: join(folder, 'tls.key'),
    });
  });
  afterAll(() => service.stop());

  it('reads the certificate again in every worker, and ends nothing', async () => {
    const renewed = await make();
    put(folder, renewed);
    process.kill(service.pid, 'SIGHUP');
    const ofTen = async () => {
      const all = await Promise.all(Array.from({ length: 10 }, () => shown(service.port)));
      return [...new Set(all)].join();
    };
    await eventually(ofTen, fingerprint(renewed));
    process.kill(service.pid, 'SIGHUP');
    expect(await ofTen()).toBe(fingerprint(renewed));
    expect(await service.stop()).toBe(0);
  });
});
