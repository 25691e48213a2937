import { setImmediate as turn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ExposedCredentials } from '../../../../src/platform/http/exposed-credentials.js';
import { KeptBytes, MOST_SEARCHED } from '../../../../src/platform/http/requests/kept-bytes.js';
import { PlaintextSearch } from '../../../../src/platform/http/plain-port/plaintext-search.js';
import { ReadingRoom } from '../../../../src/platform/http/plain-port/reading-room.js';
import { isWhole, requestHead } from '../../../../src/platform/http/plain-port/request-head.js';
import type { CredentialFinder } from '../../../../src/shared/exposure/credential-finder.js';

const context = { requestId: 'r', address: '192.0.2.1', userAgent: null };

describe('the search of what came in plaintext', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });

  it('[79] is done for two at once, and the others wait', async () => {
    const waiting: (() => void)[] = [];
    const find = () =>
      new Promise<string[]>((resolve) => {
        waiting.push(() => {
          resolve([]);
        });
      });
    const search = new PlaintextSearch({ find } as unknown as CredentialFinder, {} as ExposedCredentials);
    const all = Promise.all(Array.from({ length: 5 }, () => search.search(Buffer.from('x'), context)));
    const running = [];
    for (let i = 0; i < 5; i++) {
      await turn();
      running.push(waiting.length);
      waiting.shift()?.();
    }
    await all;
    expect(running).toEqual([2, 2, 2, 2, 1]);
  });

  it('never fails, and goes on after what failed', async () => {
    let searched = 0;
    const find = () => (++searched > 0 ? Promise.reject(new Error('no')) : Promise.resolve([]));
    const search = new PlaintextSearch({ find } as unknown as CredentialFinder, {} as ExposedCredentials);
    for (let i = 0; i < 5; i++) await search.search(Buffer.from('x'), context);
    expect(searched).toBe(5);
  });
});

class Sender {
  paused = false;

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }
}

describe('the room for what waits to be searched', () => {
  it('[79] makes whoever sends more wait until another has left', () => {
    const room = new ReadingRoom(100);
    const [one, two, three] = [new Sender(), new Sender(), new Sender()];
    room.take(60, one);
    room.take(39, two);
    expect([one.paused, two.paused]).toEqual([false, false]);
    room.take(1, three);
    room.take(1, one);
    expect([one.paused, two.paused, three.paused]).toEqual([true, false, true]);
    room.leave(1, three);
    expect(one.paused).toBe(true);
    room.leave(39, two);
    expect(one.paused).toBe(false);
  });
});

it('[79] the first MiB of a connection is kept, and no more', () => {
  const kept = new KeptBytes();
  const added = [];
  for (let i = 0; i < 12; i++) added.push(kept.add(Buffer.alloc(100_000, 0x61 + i)));
  expect(added.slice(-2)).toEqual([48_576, 0]);
  expect([kept.length, kept.isFull]).toEqual([MOST_SEARCHED, true]);
  expect(kept.bytes.toString('latin1')).toBe(
    Array.from('abcdefghijk', (sign) => sign.repeat(100_000))
      .join('')
      .slice(0, MOST_SEARCHED),
  );
});

describe('what is read of a request', () => {
  it.each<[sent: string, head: string | null, whole: boolean]>([
    ['GET /a?b HTTP/1.1\r\nHost: x\r\n', null, false],
    ['GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n', 'GET /a', true],
    ['HEAD  /a#b\n\n', 'HEAD /a', true],
    ['nonsense\r\n\r\n', 'nonsense ', true],
    ['\r\n\r\n', ' ', true],
    ['POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab', 'POST /', false],
    ['POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc', 'POST /', true],
    ['POST / HTTP/1.1\r\nContent-Length: three\r\n\r\n', 'POST /', true],
    ['POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n', 'POST /', false],
    ['POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n', 'POST /', false],
    ['POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n', 'POST /', true],
    ['POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n', 'POST /', true],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'PRI *', false],
  ])('%j', (sent, wanted, whole) => {
    const bytes = Buffer.from(sent);
    const head = requestHead(bytes);
    expect(head && `${head.method} ${head.path}`).toBe(wanted);
    expect(head !== null && isWhole(head, bytes)).toBe(whole);
  });

  it('joins the headers of one name, whatever their case', () => {
    const head = requestHead(Buffer.from('GET /\r\nX-A: 1\r\n no colon\r\nx-a : 2\r\n__proto__: 3\r\n\r\n'));
    expect({ ...head?.headers }).toEqual({ 'x-a': '1, 2', ['__proto__']: '3' });
  });
});
