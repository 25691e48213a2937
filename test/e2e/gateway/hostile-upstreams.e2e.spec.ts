import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createConnection } from '../../support/connections.js';
import { forEachDialect } from '../../support/dialects.js';
import { GatewayStage } from '../../support/gateway-stage.js';
import { rawTls } from '../http/raw-request.js';

const SECRET = 'supersecret-zzzz';

/** Answers that no HTTP library would send, whatever is asked. */
forEachDialect((dialect) => {
  let stage: GatewayStage;
  let upstream: Server;
  let path: string;
  let connectionId: string;
  /** Of a proxy that shows the upstream a secret. */
  let pathWithSecret: string;
  let token: string;
  let answer = '';
  /** What the upstream does after its answer. */
  let goesOn: 'ends' | 'stays' | 'resets' = 'ends';

  beforeAll(async () => {
    stage = await GatewayStage.start(dialect, { corsOrigins: ['https://app.example'] });
    token = await stage.token();
    upstream = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => {
        if (goesOn === 'ends') socket.end(answer, 'latin1');
        else socket.write(answer, 'latin1');
        // not before the answer has been read: a reset takes what is on its way along
        if (goesOn === 'resets') setTimeout(() => socket.resetAndDestroy(), 100);
      });
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    const { port } = upstream.address() as AddressInfo;
    connectionId = await createConnection(stage.admin, `http://127.0.0.1:${port}`);
    ({ path } = await stage.deployed({ connectionId }));
    const credential = await stage.admin.post('/credentials', { name: 'Trailers', type: 'bearer', secret: SECRET });
    const secretly = { credentialId: credential.body.id };
    ({ path: pathWithSecret } = await stage.deployed({
      connectionId: await createConnection(stage.admin, `http://127.0.0.1:${port}`, secretly),
    }));
  });
  afterAll(async () => {
    await new Promise((resolve) => upstream.close(resolve));
    await stage.stop();
  });

  afterEach(() => {
    goesOn = 'ends';
  });

  /** The head of what the caller gets, in lower case, and the rest. */
  const called = async (
    lines: string,
    { method = 'GET', version = '1.1', fields = [] as string[], at = path } = {},
  ) => {
    answer = lines;
    const request = [
      `${method} ${at} HTTP/${version}`,
      `Authorization: Bearer ${token}`,
      'Host: localhost',
      'TE: trailers',
      'Connection: close',
      ...fields,
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
      ['that is empty', ''],
      ['that breaks off in its first line', 'HTTP/1.1 200'],
      ['that breaks off in its headers', 'HTTP/1.1 200 OK\r\nx-a: b\r\n'],
      ['that is not HTTP', 'hello\r\n\r\n'],
      ['of another protocol', 'ICY 200 OK\r\ncontent-length: 2\r\n\r\nhi'],
      ['of an unknown version', 'HTTP/3.7 200 OK\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a status of two digits', 'HTTP/1.1 20 OK\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a status of four digits', 'HTTP/1.1 2000 OK\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a blank in the name of a header', 'HTTP/1.1 200 OK\r\nx a: b\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a blank before a colon', 'HTTP/1.1 200 OK\r\nx-a : b\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a header that has no name', 'HTTP/1.1 200 OK\r\n: b\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a header that has no colon', 'HTTP/1.1 200 OK\r\nx-a\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a NUL in a header', 'HTTP/1.1 200 OK\r\nx-a: b\0c\r\ncontent-length: 2\r\n\r\nhi'],
      ['with a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: 0x2\r\n\r\nhi'],
      ['with a length beyond all numbers', `HTTP/1.1 200 OK\r\ncontent-length: ${'9'.repeat(30)}\r\n\r\nhi`],
      ['without the body that its length promises', 'HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n'],
      ['205 without the body that its length promises', 'HTTP/1.1 205 Reset\r\ncontent-length: 12\r\n\r\n'],
      ['whose first chunk has no size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nhi\r\n0\r\n\r\n'],
      [
        'whose first chunk is shorter than nothing',
        'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n-2\r\nhi\r\n',
      ],
      [
        'whose first chunk is too large',
        'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\nhi',
      ],
      ['whose chunks end before the first one', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'],
      ['that is packed for the connection', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\nhi'],
      ['packed and in chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n'],
      ['in chunks by another name', 'HTTP/1.1 200 OK\r\ntransfer-encoding: xchunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n'],
      ['304 with two lengths', 'HTTP/1.1 304 Odd\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\n'],
      ['304 with a length and chunks', 'HTTP/1.1 304 Odd\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n'],
      ['204 with a length that is none', 'HTTP/1.1 204 Odd\r\ncontent-length: abc\r\n\r\n'],
      ['that only promises an answer', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
      [
        'that switches to a protocol that nobody asked for',
        'HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      ],
    ])('[89] with an answer %s is 502, never 500', async (_, lines) => {
      const { head, body } = await called(lines);
      expect(head).toMatch(/^http\/1\.1 502 /);
      expect(JSON.parse(body)).toMatchObject({ status: 502, code: 'upstream_unreachable' });
    });

    it.each([
      ['a 304 that states the length of what it leaves out', 'GET', 304, 'content-length: 12\r\n\r\n'],
      ['a 304 with a type too', 'GET', 304, 'content-type: text/plain\r\ncontent-length: 12\r\n\r\n'],
      ['a 304 that says chunks would come', 'GET', 304, 'transfer-encoding: chunked\r\n\r\n'],
      ['a 304 with the body that it may not have', 'GET', 304, 'content-length: 2\r\n\r\nhi'],
      ['a 204 that states a length', 'GET', 204, 'content-length: 12\r\n\r\n'],
      ['a 204 that says chunks would come', 'DELETE', 204, 'transfer-encoding: chunked\r\n\r\n'],
      ['a HEAD with a length', 'HEAD', 200, 'content-length: 12\r\n\r\n'],
      ['a HEAD that would have chunks', 'HEAD', 200, 'transfer-encoding: chunked\r\n\r\n'],
      ['a HEAD that would be packed', 'HEAD', 200, 'transfer-encoding: gzip\r\n\r\n'],
      ['a HEAD that would be packed and in chunks', 'HEAD', 200, 'transfer-encoding: gzip, chunked\r\n\r\n'],
      ['a HEAD with a coding that nobody knows', 'HEAD', 200, 'transfer-encoding: xchunked\r\n\r\n'],
      ['a HEAD that has not changed and would be packed', 'HEAD', 304, 'transfer-encoding: gzip, chunked\r\n\r\n'],
      ['a 304 that would be packed', 'GET', 304, 'transfer-encoding: gzip, chunked\r\n\r\n'],
      ['a 204 that would be packed', 'GET', 204, 'transfer-encoding: gzip\r\n\r\n'],
      ['a HEAD that is not there, with a length', 'HEAD', 404, 'content-length: 12\r\n\r\n'],
      ['a HEAD that has not changed, with a length', 'HEAD', 304, 'content-length: 12\r\n\r\n'],
    ])('may answer with %s, and no body is waited for', async (_, method, status, rest) => {
      for (const after of ['ends', 'stays'] as const) {
        goesOn = after;
        const { head, body } = await called(`HTTP/1.1 ${status} Odd\r\netag: "x"\r\n${rest}`, { method });
        expect([after, head.slice(0, 13), body]).toEqual([after, `http/1.1 ${status} `, '']);
        expect(head).toContain('\netag: "x"');
        const length = /^content-length: 12\b/.exec(rest);
        if (length !== null && status !== 204) expect(head).toContain(`\n${length[0]}`);
      }
    });

    it.each([
      '102 Processing\r\n',
      '103 Early Hints\r\ncontent-length: 5\r\n',
      '199 Odd\r\ntransfer-encoding: chunked\r\n',
    ])('may say something before its answer: %j', async (before) => {
      const { head, body } = await called(`HTTP/1.1 ${before}\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi`);
      expect([head.slice(0, 13), body]).toEqual(['http/1.1 200 ', 'hi']);
    });

    it('whose body fails before it begins leaves none of its headers in our answer', async () => {
      const lines = [
        'HTTP/1.1 200 OK',
        'etag: "x"',
        'cache-control: public, max-age=60',
        'content-encoding: gzip',
        'vary: accept',
        'access-control-expose-headers: x-own',
        'trailer: x-sum',
        'transfer-encoding: chunked',
        '',
        'zz',
      ];
      const { head, body } = await called(lines.join('\r\n'), { fields: ['Origin: https://app.example'] });
      expect(head).toMatch(/^http\/1\.1 502 /);
      expect(head).not.toMatch(/^(?:etag|content-encoding|trailer|transfer-encoding):|x-own|max-age=60/m);
      expect(head).toMatch(/^cache-control: no-store\r?$/m);
      expect(head).toMatch(/^vary: origin\r?$/m);
      expect(head).toMatch(/^access-control-allow-origin: https:\/\/app\.example\r?$/m);
      expect(head).toMatch(/^content-type: application\/problem\+json/m);
      expect(JSON.parse(body)).toMatchObject({ code: 'upstream_unreachable' });
    });

    it('may name the headers of its connection in several lines', async () => {
      const { head, body } = await called(
        'HTTP/1.1 200 OK\r\nconnection: close\r\nconnection: x-hop\r\nx-hop: 1\r\nx-stays: y\r\ncontent-length: 2\r\n\r\nhi',
      );
      expect([head.slice(0, 13), body]).toEqual(['http/1.1 200 ', 'hi']);
      expect(head).toContain('\nx-stays: y');
      expect(head).not.toContain('x-hop');
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

    it('that announces trailers after a body without chunks has none', async () => {
      const lines = 'HTTP/1.1 200 OK\r\ntrailer: x-sum\r\ntransfer-encoding: identity\r\n\r\nhi';
      const { head, body } = await called(lines);
      expect([head.slice(9, 12), body.includes('hi')]).toEqual(['200', true]);
      expect(head).not.toMatch(/^trailer:/m);
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

    describe('[89] that breaks off', () => {
      const half = [
        ['in a chunk', 'transfer-encoding: chunked\r\n\r\n5\r\nhi', 'ends'],
        ['between chunks', 'transfer-encoding: chunked\r\n\r\n2\r\nhi\r\n', 'ends'],
        ['with a bad chunk', 'transfer-encoding: chunked\r\n\r\n2\r\nhi\r\nzz\r\n', 'stays'],
        ['in its trailers', 'trailer: x-sum\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nx-sum: a', 'ends'],
        ['with a bad trailer', 'transfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nx sum: a\r\n\r\n', 'stays'],
        ['with a reset, in chunks', 'transfer-encoding: chunked\r\n\r\n2\r\nhi\r\n', 'resets'],
        ['with a reset, where the end of the connection is the end', '\r\nhi', 'resets'],
      ] as const;

      it.each(half)('%s, breaks off the answer to a caller of HTTP/1.1', async (_, rest, after) => {
        goesOn = after;
        const { head, body } = await called(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n${rest}`);
        expect(head).toMatch(/^http\/1\.1 200 [^]*^transfer-encoding: chunked\r?$/m);
        expect(body).toContain('hi');
        expect(body).not.toMatch(/(?:^|\r\n)0\r\n/);
      });

      it.each(half)(
        '%s, resets the connection of a caller of HTTP/1.0, who has no other sign',
        async (_, rest, after) => {
          goesOn = after;
          await expect(
            called(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n${rest}`, { version: '1.0' }),
          ).rejects.toThrow('ECONNRESET');
        },
      );

      it('by falling silent resets the connection of a caller of HTTP/1.0', async () => {
        goesOn = 'stays';
        const lines = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n';
        const { path: at } = await stage.deployed({ timeoutMs: 1_000, connectionId });
        await expect(called(lines, { version: '1.0', at })).rejects.toThrow('ECONNRESET');
      });
    });

    it('whose answer ends as it should ends the connection of a caller of HTTP/1.0 without a reset', async () => {
      for (const rest of ['transfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n', '\r\nhi'])
        expect((await called(`HTTP/1.1 200 OK\r\n${rest}`, { version: '1.0' })).body).toBe('hi');
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

    describe('whose trailers', () => {
      const trailing = async (announced: string, trailers: readonly string[], at = pathWithSecret) => {
        const lines = `HTTP/1.1 200 OK\r\ntrailer: ${announced}\r\ntransfer-encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n`;
        const { head, body } = await called(`${lines}${trailers.map((line) => `${line}\r\n`).join('')}\r\n`, { at });
        const [, promised = ''] = /^trailer: (.*?)\r?$/m.exec(head) ?? [];
        return { status: head.slice(9, 12), promised, sent: body.toLowerCase().replace(/^2\r\nhi\r\n0\r\n/, '') };
      };

      it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
        'are announced as %s, and do not come, has no trailers',
        async (name) => {
          for (const at of [path, pathWithSecret])
            expect(await trailing(name, [], at)).toMatchObject({ status: '200', sent: '\r\n' });
        },
      );

      it('have a name that every object knows has them passed on', async () => {
        expect(await trailing('constructor', ['constructor: 1'])).toMatchObject({ sent: 'constructor: 1\r\n\r\n' });
      });

      it.each([
        ['x-sum: +', 'x-sum: b'],
        ['x-sum: %41', 'x-sum: b'],
      ])('are repeated has each of them passed on: %s, %s', async (...lines) => {
        for (const at of [path, pathWithSecret])
          expect(await trailing('x-sum', lines, at)).toMatchObject({
            status: '200',
            sent: `${lines.join('\r\n')}\r\n\r\n`.toLowerCase(),
          });
      });

      it('repeat the secret in one of several lines has only the others passed on', async () => {
        const lines = ['x-sum: a', `x-sum: Bearer ${SECRET}`, `x-sum: ${Buffer.from(SECRET).toString('base64')}`];
        expect((await trailing('x-sum', lines)).sent).toBe('x-sum: a\r\n\r\n');
        expect((await trailing('x-sum', lines.slice(1))).sent).toBe('\r\n');
      });

      it('have the secret as their name are not even announced', async () => {
        expect(await trailing(`x-a, ${SECRET}, x-${SECRET}`, [`${SECRET}: 1`, 'x-a: 2'])).toEqual({
          status: '200',
          promised: 'x-a',
          sent: 'x-a: 2\r\n\r\n',
        });
      });

      it('hold other characters than ASCII has them passed on byte by byte', async () => {
        expect((await trailing('x-sum', ['x-sum: caf\xe9 \xe6\x97\xa5'])).sent).toBe(
          'x-sum: caf\xe9 \xe6\x97\xa5\r\n\r\n',
        );
      });

      it.each(['a\x7fb', 'a\x01b', 'a\0b'])(
        'hold the control character of %j has the answer break off',
        async (value) => {
          const { sent, status } = await trailing('x-sum', [`x-sum: ${value}`]);
          expect([['200', '502'].includes(status), sent.includes('x-sum')]).toEqual([true, false]);
        },
      );

      it.each([
        'Strict-Transport-Security',
        'Access-Control-Allow-Origin',
        'Access-Control-Expose-Headers',
        'X-Request-Id',
        'Keep-Alive',
        'Upgrade',
        'Proxy-Authenticate',
        'Proxy-Connection',
        'Gatehouse-Token-Expiration',
        'Content-Security-Policy',
        'NEL',
        'Set-Cookie2',
        'Transfer-Encoding',
        'Content-Type',
        'X-Hop',
      ])('would stay behind as headers stay behind as trailers: %s', async (name) => {
        const list = `${name}, x-a\r\nconnection: x-hop`;
        expect(await trailing(list, [`${name}: 1`, 'x-a: 2'])).toEqual({
          status: '200',
          promised: 'x-a',
          sent: 'x-a: 2\r\n\r\n',
        });
      });

      it('have several names are announced as a list', async () => {
        expect(await trailing('X-A,x-b , x-a', ['x-a: 1', 'x-b: 2', 'x-c: 3'])).toEqual({
          status: '200',
          promised: 'x-a, x-b',
          sent: 'x-a: 1\r\nx-b: 2\r\n\r\n',
        });
      });
    });
  });
});
