import { describe, expect, it } from '@jest/globals';
import { NO_IDENTITY } from '../../../src/shared/authz/identity-headers.js';
import { Secret } from '../../../src/shared/crypto/secret.js';
import { createToken, signInAsAdmin } from '../../support/api-client.js';
import { itOnMysql } from '../../support/dialects.js';
import { StoppableProxy } from '../../support/stoppable-proxy.js';
import { startTestApp } from '../../support/test-app.js';
import { createMigratedLocation, discard } from '../../support/test-databases.js';
import { rawTls } from '../http/raw-request.js';

const NAMES = Object.keys(NO_IDENTITY).map((name) => name.toLowerCase());
const EMPTY = NAMES.sort().map((name) => [name, '']);

function identityOf(headers: Iterable<[string, string]>): [string, string][] {
  return [...headers].filter(([name]) => name.startsWith('x-auth-')).sort();
}

/** Where a proxy asks and the question does not get as far as a credential. */
describe('[12] /verify answers the whole set of headers, empty,', () => {
  it('to a proxy that asks in plaintext', async () => {
    const app = await startTestApp('sqlite', { settings: { tls: { mode: 'off' }, trustProxy: ['192.0.2.1/32'] } });
    const { status, headers } = await app.fetch('/verify', { headers: { 'x-auth-username': 'forged' } });
    expect([status, identityOf(headers)]).toEqual([403, EMPTY]);
    expect(identityOf((await app.fetch('/nowhere')).headers)).toEqual([]);
    await app.stop();
  });

  it('to TRACE', async () => {
    const app = await startTestApp('sqlite');
    const request = 'TRACE /verify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const answer = await rawTls({ port: app.settings.port, ca: app.certificate }, request);
    const headers = [...answer.matchAll(/^([\w-]+): ?(.*)\r$/gm)].map(([, name = '', value = '']): [string, string] => [
      name.toLowerCase(),
      value,
    ]);
    expect([answer.slice(0, 12), identityOf(headers)]).toEqual(['HTTP/1.1 405', EMPTY]);
    await app.stop();
  });

  itOnMysql('[56] while the database is frozen: 503 with Retry-After, never a pass', async () => {
    const location = await createMigratedLocation('mysql');
    if (location.kind !== 'mysql') throw new Error('not MySQL');
    const url = new URL(location.url.reveal());
    const link = await StoppableProxy.to(Number(url.port), url.hostname);
    url.port = String(link.port);
    const app = await startTestApp('mysql', { settings: { database: { kind: 'mysql', url: new Secret(url.href) } } });
    const { token } = await createToken(await signInAsAdmin(app));
    const verify = () => app.fetch('/verify', { headers: { authorization: `Bearer ${token}` } });
    expect((await verify()).status).toBe(200);
    link.stop();
    const { status, headers } = await verify();
    expect([status, headers.has('retry-after'), identityOf(headers)]).toEqual([503, true, EMPTY]);
    link.go();
    await app.stop();
    await link.close();
    await discard(location);
  });
});
