import { describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { SlowRequests } from '../../../../src/platform/http/server/slow-requests.js';
import type { UnservedRequests } from '../../../../src/platform/http/server/unserved-requests.js';

describe('requests whose body comes too slowly', () => {
  it('are not looked for among those that come over no connection', async () => {
    const ended: string[] = [];
    // the one method that it calls
    const slow = new SlowRequests({ malformed: () => ended.push('ended') } as unknown as UnservedRequests);
    slow.limits = { after: 1, bytesPerSecond: 1_000_000, checkEvery: 1 };
    const server = Fastify();
    server.addHook('onRequest', async (request, reply) => {
      slow.watch(request.raw, reply.raw, false);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    server.post('/', async () => 'answered');

    const answer = await server.inject({ method: 'POST', url: '/', payload: { a: 1 } });

    expect(answer.body).toBe('answered');
    expect(ended).toEqual([]);
    await server.close();
  });
});
