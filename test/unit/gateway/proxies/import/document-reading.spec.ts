import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { DocumentThreads } from '../../../../../src/gateway/proxies/import/document-reading.js';

const HEAD = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n';

describe('the threads that read documents', () => {
  let server: Server;
  let threads: DocumentThreads;

  beforeEach(async () => {
    threads = new DocumentThreads();
    server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const client = async (bytes: string): Promise<Socket> => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined).write(bytes);
    return socket;
  };
  const received = async () => (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  const open = ([request, raw]: [IncomingMessage, ServerResponse]) => threads.open(request, { raw } as FastifyReply);
  const outcomeOf = (exchange: [IncomingMessage, ServerResponse]) => {
    try {
      open(exchange);
      return 'open';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it.each([
    ['before its body', HEAD],
    ['in its body', `${HEAD}ab`],
    ['after its body', `${HEAD}abcd`],
  ])('are not begun for a caller who has gone %s, and stay free for others', async (_, bytes) => {
    for (let i = 0; i < 3; i++) {
      const arrived = received();
      const socket = await client(bytes);
      const exchange = await arrived;
      const gone = once(exchange[1], 'close');
      socket.resetAndDestroy();
      await gone;
      expect(outcomeOf(exchange)).toBe('invalid_request');
    }
    const arrived = received();
    await client(HEAD);
    expect(outcomeOf(await arrived)).toBe('open');
  });

  it('are two at once, each until its answer is over', async () => {
    const exchanges: [IncomingMessage, ServerResponse][] = [];
    for (let i = 0; i < 3; i++) {
      const arrived = received();
      await client(`${HEAD}abcd`);
      exchanges.push(await arrived);
    }
    expect(exchanges.map(outcomeOf)).toEqual(['open', 'open', 'rate_limited']);
    const [first, , third] = exchanges as [(typeof exchanges)[0], unknown, (typeof exchanges)[0]];
    const over = once(first[1], 'close');
    first[0].resume();
    first[1].end();
    await over;
    expect([outcomeOf(third), outcomeOf(third)]).toEqual(['open', 'rate_limited']);
  });

  it('end with the connection, when the answer waits behind another one', async () => {
    const exchanges: [IncomingMessage, ServerResponse][] = [];
    const both = new Promise<void>((resolve) => {
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        request.resume();
        if (exchanges.push([request, response]) === 3) resolve();
      });
    });
    const socket = await client(`${HEAD}abcd`.repeat(3));
    await both;
    expect(exchanges.slice(1).map(outcomeOf)).toEqual(['open', 'open']);
    const [[request]] = exchanges as [(typeof exchanges)[0]];
    const closed = new Promise((resolve) => request.socket.once('close', resolve));
    socket.resetAndDestroy();
    await closed;
    const arrived = received();
    await client(HEAD);
    expect(outcomeOf(await arrived)).toBe('open');
  });
});
