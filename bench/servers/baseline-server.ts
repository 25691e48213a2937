// A server of the baselines: Fastify and nothing else, with the same answer bytes as the service. With BENCH_DATABASE it first
// does one SHA-256 and one prepared read by primary key, the least that checking a token can cost.
import fastify, { type FastifyInstance } from 'fastify';
import { parse } from 'node:querystring';
import { COMMON_HEADERS, INTROSPECTION_ANSWER, TOKEN_ANSWER, VERIFY_HEADERS } from '../sample-answers.js';
import { openKeyRead, type KeyRead } from '../key-read.js';

const BEARER = 'Bearer '.length;
const answer = JSON.stringify(INTROSPECTION_ANSWER);
const issued = JSON.stringify(TOKEN_ANSWER);

const read = await openKeyRead(process.env['BENCH_DATABASE'] ?? '');
const { BENCH_TLS_KEY: key, BENCH_TLS_CERT: cert } = process.env;
const server = (
  key === undefined || cert === undefined ? fastify() : fastify({ https: { key, cert } })
) as FastifyInstance;
routes(server, read);
await server.listen({ port: 0, host: '127.0.0.1' });
const address = server.server.address();
if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
process.on('SIGTERM', () => process.exit(0));

function routes(app: FastifyInstance, keyRead: KeyRead | null): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, parse(body as string));
  });
  app.get('/verify', async (request, reply) => {
    const found = keyRead === null || (await keyRead((request.headers.authorization ?? '').slice(BEARER)));
    return reply
      .code(found ? 200 : 401)
      .headers(COMMON_HEADERS)
      .headers(VERIFY_HEADERS)
      .send('');
  });
  app.post<{ Body: { token: string } }>('/oauth/introspect', async (request, reply) => {
    const found = keyRead === null || (await keyRead(request.body.token));
    reply.headers(COMMON_HEADERS).type('application/json; charset=utf-8');
    return reply.send(found ? answer : '{"active":false}');
  });
  app.post('/oauth/token', async (_request, reply) =>
    reply.headers(COMMON_HEADERS).type('application/json; charset=utf-8').send(issued),
  );
}
