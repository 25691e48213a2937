import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { AddressRules } from '../../../../src/gateway/traffic/upstreams/address-rules.js';
import { guardedConnector } from '../../../../src/gateway/traffic/upstreams/guarded-connector.js';
import { testSettings } from '../../../support/test-settings.js';

describe('[52] connecting to an upstream', () => {
  let server: Server;
  let port: string;
  let reached = 0;

  beforeAll(async () => {
    server = createServer((socket) => {
      reached++;
      socket.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  afterAll(() => {
    server.close();
  });

  /** Connects to a name that has these addresses at this moment. */
  const connect = (upstreamNetworks: string[], hostname: string, addresses: string[]) => {
    const settings = testSettings({ dataDir: '', database: { kind: 'sqlite', file: '' }, upstreamNetworks });
    const known: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const connector = guardedConnector(new AddressRules(settings), {}, (_, __, answer) => {
      answer(null, known);
    });
    return new Promise<string>((resolve) => {
      connector({ hostname, protocol: 'http:', port }, (error, socket) => {
        socket?.destroy();
        resolve(error === null ? 'connected' : error.name);
      });
    });
  };

  it('judges the address that a name has now, not the one that it had', async () => {
    const before = reached;
    expect(await connect(['127.0.0.0/8'], 'upstream.example', ['127.0.0.1'])).toBe('connected');
    expect(await connect([], 'upstream.example', ['127.0.0.1'])).toBe('AddressRefused');
    expect(await connect(['10.0.0.0/8'], 'upstream.example', ['127.0.0.1'])).toBe('AddressRefused');
    expect(reached).toBe(before + 1);
  });

  it('refuses a name that has one address that is not allowed', async () => {
    expect(await connect(['127.0.0.1/32'], 'upstream.example', ['127.0.0.1', '169.254.169.254'])).toBe(
      'AddressRefused',
    );
    expect(await connect(['127.0.0.1/32'], 'upstream.example', [])).toBe('AddressRefused');
  });

  it.each(['127.0.0.1', '[::1]', '[::ffff:7f00:1]', '0.0.0.0'])(
    'refuses the address %s without a look-up',
    async (host) => {
      expect(await connect([], host, ['1.1.1.1'])).toBe('AddressRefused');
    },
  );
});
