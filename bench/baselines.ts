import { seedKeyTable } from './seed.js';
import { makeCertificate } from './certificate.js';
import { always, atRandom, basicOf, RawRequests } from './raw-requests.js';
import { shared, startServer } from './server-process.js';
import type { BenchDatabase } from './databases.js';
import type { BenchOptions } from './options.js';
import type { Call, RunningServer, Target } from './target.types.js';

/**
 * The servers that the service is compared with: Fastify alone, and Fastify with the least work that checking a token can take.
 */
export async function baselines(
  databases: readonly BenchDatabase[],
  tokens: readonly string[],
  options: BenchOptions,
): Promise<Target[]> {
  const tls = options.tls ? await tlsEnvironment() : {};
  const start = (environment: Record<string, string>): (() => Promise<RunningServer>) =>
    shared(() => startServer('bench/servers/baseline-server.ts', { ...tls, ...environment }));
  const bare = start({});
  const targets = options.calls.map((call): Target => ({
    name: 'bare Fastify, same bytes',
    call,
    dialect: null,
    baseline: 'bare',
    status: 200,
    start: bare,
    requests: () => always(request(call, tokens[0] ?? '', options)),
  }));
  for (const database of databases) {
    await seedKeyTable(database.url, tokens);
    targets.push(...readTargets(database, tokens, start({ BENCH_DATABASE: database.url }), options));
  }
  return targets;
}

function readTargets(
  { dialect }: BenchDatabase,
  tokens: readonly string[],
  start: () => Promise<RunningServer>,
  options: BenchOptions,
): Target[] {
  return options.calls
    .filter((call) => call !== 'issue')
    .map((call) => ({
      name: 'bare Fastify + SHA-256 + one prepared read',
      call,
      dialect,
      baseline: 'read',
      status: 200,
      start,
      requests: () => atRandom(tokens.map((token) => request(call, token, options))),
    }));
}

/** The caller's credential has the length of a real one; the baselines don't look at it. */
function request(call: Call, token: string, options: BenchOptions): Buffer {
  const raw = new RawRequests(options);
  if (call === 'verify') return raw.verify(token);
  if (call === 'issue') return raw.issue(basicOf(token, token));
  return raw.introspect(token, call === 'client' ? basicOf(token, token) : `Bearer ${token}`);
}

export async function tlsEnvironment(): Promise<Record<string, string>> {
  const { key, cert } = await makeCertificate();
  return { BENCH_TLS_KEY: key, BENCH_TLS_CERT: cert };
}
