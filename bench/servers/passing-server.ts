// The baseline of the gateway: Fastify with @fastify/reply-from, which passes everything on and checks nothing.
import replyFrom from '@fastify/reply-from';
import fastify, { type FastifyInstance } from 'fastify';

const { BENCH_UPSTREAM: base = '', BENCH_TLS_KEY: key, BENCH_TLS_CERT: cert } = process.env;
const app = (
  key === undefined || cert === undefined ? fastify() : fastify({ https: { key, cert } })
) as FastifyInstance;
await app.register(replyFrom, { base, undici: { connections: 256, pipelining: 1 }, disableRequestLogging: true });
app.all('/gw/*', (_request, reply) => reply.from('/'));
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
process.on('SIGTERM', () => process.exit(0));
