import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tlsEnvironment } from './baselines.js';
import { moveToLoadCore } from './cores.js';
import { type BenchDatabase, sqliteDatabase } from './databases.js';
import { type GatewayService, startGateway } from './gateway-service.js';
import { loadOnce } from './load.js';
import type { BenchOptions } from './options.js';
import { residentMebibytes } from './process-usage.js';
import { always, atRandom, RawRequests } from './raw-requests.js';
import { table } from './report.js';
import { measure } from './rounds.js';
import { shared, startServer } from './server-process.js';
import type { Target } from './target.types.js';

const FEW = 10;
const MANY = 1_000;
const STREAM_BYTES = 1024 ** 3;
const SAMPLE_MS = 50;
const WARM_UP_SECONDS = 3;

/**
 * `npm run bench -- gateway`: a GET of 1 KiB through the gateway, with few and with many deployed proxies, against Fastify with
 * reply-from, which checks nothing; and the effect of a body of 1 GiB on memory.
 */
export async function gateway(databases: readonly BenchDatabase[], options: BenchOptions): Promise<boolean> {
  const many = sqliteDatabase(); // of its own, or the proxies of the others would be there too
  const upstream = await startServer('bench/servers/upstream-server.ts', {}, 'load');
  const base = `http://127.0.0.1:${upstream.port}`;
  const services: GatewayService[] = [];
  try {
    const targets = [await bare(base, options)];
    for (const database of [...databases, many]) {
      const service = await startGateway(database, base, database === many ? MANY : FEW, options);
      services.push(service);
      targets.push(through(service, database, options));
    }
    moveToLoadCore();
    const [first] = services;
    if (first === undefined) throw new Error('there is no database');
    // the memory that a process takes for its first thousands of requests does not come from the body
    await loadOnce(through(first, many, options), first, WARM_UP_SECONDS, options);
    const allThere = await streamed(first, options);
    const results = await measure(targets, options);
    console.log(table(results));
    return allThere && results.every(({ wrong }) => wrong === 0);
  } finally {
    await Promise.all([upstream, ...services].map((server) => server.stop()));
    await many.remove();
  }
}

async function bare(upstream: string, options: BenchOptions): Promise<Target> {
  const environment = { ...(options.tls ? await tlsEnvironment() : {}), BENCH_UPSTREAM: upstream };
  return {
    name: 'Fastify + reply-from, no check',
    call: 'gateway',
    dialect: null,
    baseline: 'bare',
    status: 200,
    start: shared(() => startServer('bench/servers/passing-server.ts', environment)),
    requests: () => always(new RawRequests(options).get('/gw/default/orders/orders/17', 'none')),
  };
}

function through(service: GatewayService, { dialect }: BenchDatabase, options: BenchOptions): Target {
  const raw = new RawRequests(options);
  return {
    name: `Gatehouse, ${service.paths.length} proxies`,
    call: 'gateway',
    dialect,
    baseline: null,
    status: 200,
    start: () => Promise.resolve(service),
    requests: () => atRandom(service.paths.map((path) => raw.get(`${path}/orders/17`, service.token))),
  };
}

/** Sends 1 GiB through a gateway that has already served requests, and says how much its memory grew in the meantime. */
async function streamed(service: GatewayService, options: BenchOptions): Promise<boolean> {
  await taken(service, '/orders/17', options);
  const before = residentMebibytes(service.pid);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentMebibytes(service.pid));
  }, SAMPLE_MS);
  const started = performance.now();
  const bytes = await taken(service, '/stream', options);
  clearInterval(watch);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `a body of ${bytes / 1024 ** 2} MiB passed in ${seconds} s; resident memory ${before.toFixed(0)} MiB, at most ` +
      `+${(most - before).toFixed(0)} MiB`,
  );
  return bytes === STREAM_BYTES;
}

/** The number of bytes in an answer. */
async function taken({ port, token, paths }: GatewayService, path: string, { tls }: BenchOptions): Promise<number> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(tls ? {} : { 'x-forwarded-proto': 'https', 'x-forwarded-for': '127.0.0.1' }),
  };
  const target = { host: '127.0.0.1', port, path: `${paths[0] ?? ''}${path}`, headers, rejectUnauthorized: false };
  const [answer] = (await once((tls ? httpsRequest : httpRequest)(target).end(), 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`GET ${path}: ${answer.statusCode}`);
  let bytes = 0;
  for await (const chunk of answer) bytes += (chunk as Buffer).length;
  return bytes;
}
