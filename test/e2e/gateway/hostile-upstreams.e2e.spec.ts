import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { rawTls } from '../http/raw-request.js';

/** Answers that no HTTP library would send, whatever is asked. */
forEachDialect((dialect) => {
  let stage: GatewayStage;
  let upstream: Server;
  let path: string;
  let token: string;
  let answer = '';

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect, { corsOrigins: ['https://app.example'] });
    token = await stage.token();
    upstream = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => socket.end(answer, 'latin1'));
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    const { port } = upstream.address() as AddressInfo;
    ({ path } = await stage.deployed({
      connectionId: await createConnection(stage.admin, `http://127.0.0.1:${port}`),
    }));
  });
  afterAll(async () => {
    await new Promise((resolve) => upstream.close(resolve));
    await stage.stop();
  });

  /** The head of what the caller gets, in lower case, and the rest. */
  const called = async (lines: string, { method = 'GET', version = '1.1' } = {}) => {
    answer = lines;
    const request = [
      `${method} ${path} HTTP/${version}`,
      `Authorization: Bearer ${token}`,
      'Host: localhost',
      'TE: trailers',
      'Connection: close',
    ];
    const text = await rawTls(
      { port: stage.app.settings.port, ca: stage.app.certificate },
      `${request.join('\r\n')}\r\n\r\n`,
    );
    const end = text.indexOf('\r\n\r\n');
    return { head: text.slice(0, end).toLowerCase(), body: text.slice(end + 4) };
  };

  describe('an upstream', () => {
    it.each(['000', '099', '600', '999'])(
      'whose status is %s has not answered: 502, and none of its body',
      async (status) => {
        const { head, body } = await called(`HTTP/1.1 ${status} Odd\r\ncontent-length: 6\r\n\r\nsecret`);
        expect(head).toMatch(/^http\/1\.1 502 /);
        expect(JSON.parse(body)).toMatchObject({ code: 'upstream_unreachable' });
      },
    );

    it.each([
      ['two lengths', 'content-length: 2\r\ncontent-length: 3\r\n\r\nhi!'],
      ['a length and chunks', 'content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n'],
      ['a length below nothing', 'content-length: -2\r\n\r\nhi'],
      ['a control character in a header', 'x-a: b\x01c\r\ncontent-length: 2\r\n\r\nhi'],
      ['headers without end', `x-a: ${'a'.repeat(40_000)}\r\ncontent-length: 2\r\n\r\nhi`],
    ])('whose answer has %s is 502', async (_, rest) => {
      expect((await called(`HTTP/1.1 200 OK\r\n${rest}`)).head).toMatch(/^http\/1\.1 502 /);
    });

    it.each([
      ['GET', 'HTTP/1.1 200 OK\r\ntrailer: x-sum\r\ncontent-length: 2\r\n\r\nhi'],
      ['HEAD', 'HTTP/1.1 200 OK\r\ntrailer: x-sum\r\ncontent-length: 2\r\n\r\n'],
      ['HEAD', 'HTTP/1.1 200 OK\r\ntrailer: x-sum\r\ntransfer-encoding: chunked\r\n\r\n'],
      ['GET', 'HTTP/1.1 204 No Content\r\ntrailer: x-sum\r\n\r\n'],
      ['GET', 'HTTP/1.1 304 Not Modified\r\ntrailer: x-sum\r\n\r\n'],
    ])('that announces trailers where none can come has none: %s %s', async (method, lines) => {
      const { head, body } = await called(lines, { method });
      expect(head).toContain(lines.slice(0, 12).toLowerCase());
      expect(head).not.toMatch(/^trailer:/m);
      expect(/^content-length:/m.test(head) && /^transfer-encoding:/m.test(head)).toBe(false);
      expect(body).toBe(lines.split('\r\n\r\n')[1]);
    });

    it('that says no type of its answer has none said for it', async () => {
      const { head, body } = await called('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi');
      expect(head).not.toMatch(/^content-type:/m);
      expect(body).toBe('hi');
    });

    it('that sends chunks at once has them passed on as one body', async () => {
      const lines = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n';
      const { head, body } = await called(`${lines}2\r\nhi\r\n1\r\n!\r\n0\r\n\r\n`);
      expect(head).toMatch(/^content-length: 3\r?$/m);
      expect(head).not.toMatch(/^transfer-encoding:/m);
      expect(body).toBe('hi!');
    });

    it('whose answer ends too soon is not said to be whole', async () => {
      const lines = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n';
      const cut = await called(`${lines}content-length: 3\r\n\r\nhi`);
      expect(cut.head).toMatch(/^content-length: 3\r?$/m);
      expect(cut.body).toBe('hi');
      const open = await called(`${lines}transfer-encoding: chunked\r\n\r\n2\r\nhi\r\n`);
      expect(open.body).not.toContain('\r\n0\r\n');
    });

    it.each(['NEL', 'Report-To', 'Accept-CH', 'Origin-Agent-Cluster', 'Public-Key-Pins', 'Expect-CT', 'Set-Cookie2'])(
      'can’t speak for the whole origin: %s stays behind',
      async (name) => {
        const { head } = await called(`HTTP/1.1 200 OK\r\n${name}: x\r\nx-stays: y\r\ncontent-length: 0\r\n\r\n`);
        expect(head).toContain('x-stays: y');
        expect(head).not.toContain(`\n${name.toLowerCase()}:`);
      },
    );

    it('can’t say what is ours to say: when the token ends', async () => {
      const lines = 'HTTP/1.1 200 OK\r\nGatehouse-Token-Expiration: 1999-01-01T00:00:00Z\r\ncontent-length: 0\r\n\r\n';
      expect((await called(lines)).head).not.toContain('1999-01-01');
    });

    it('adds to what our answers vary by, and takes nothing from it', async () => {
      const { head } = await called('HTTP/1.1 200 OK\r\nVary: Accept\r\ncontent-length: 0\r\n\r\n');
      expect(head).toMatch(/^vary: origin, accept\r?$/m);
    });

    it('that announces trailers has none for a caller of HTTP/1.0, who knows no chunks', async () => {
      const lines =
        'HTTP/1.1 200 OK\r\ntrailer: x-sum\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nx-sum: 1\r\n\r\n';
      const { head, body } = await called(lines, { version: '1.0' });
      expect(head).not.toMatch(/^(?:trailer|transfer-encoding):/m);
      expect(body).toBe('hi');
    });
  });
});
