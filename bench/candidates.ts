import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchDatabase } from './databases.js';
import type { BenchOptions } from './options.js';
import { CredentialFormat } from '../src/shared/crypto/credential-format.js';
import { Randomness } from '../src/shared/crypto/randomness.js';
import { always, atRandom, basicOf, RawRequests } from './raw-requests.js';
import { shared, startServer } from './server-process.js';
import type { Call, RunningServer, Target } from './target.types.js';

/** What the service's process reports when it listens: the values of its tokens, and two credentials that may introspect. */
interface OwnedResources {
  readonly tokens: readonly string[];
  readonly caller: string;
  readonly client: { readonly id: string; readonly secret: string };
}

/** Has our form and a wrong checksum. For introspection, the junk is the caller's credential, because that is checked first. */
const JUNK = `gth_pat_${'0'.repeat(49)}`;

const UNKNOWN_TOKENS = 100_000;

type Service = RunningServer & { readonly report: unknown };

/**
 * The service itself, one process per database: asked about a hot token, about 10,000 tokens at random, and about junk with a
 * wrong checksum.
 */
export function candidates(databases: readonly BenchDatabase[], tokens: number, options: BenchOptions): Target[] {
  return databases.flatMap((database) => {
    const start = shared(() => startServer('bench/servers/service-server.ts', environment(database, tokens, options)));
    return options.calls.flatMap((call) => targetsOf(call, database, start, options));
  });
}

function targetsOf(
  call: Call,
  { dialect }: BenchDatabase,
  start: () => Promise<Service>,
  options: BenchOptions,
): Target[] {
  let service: Service | undefined;
  const holdings = (): OwnedResources => {
    if (service === undefined) throw new Error('the service was not started');
    return service.report as OwnedResources;
  };
  const common = {
    call,
    dialect,
    baseline: null,
    start: async () => (service = await start()),
  };
  const raw = new RawRequests(options);
  const request = (token: string): Buffer => {
    const { caller, client } = holdings();
    if (call === 'verify') return raw.verify(token);
    return raw.introspect(token, call === 'client' ? basicOf(client.id, client.secret) : `Bearer ${caller}`);
  };
  if (call === 'issue') {
    const issue = () => raw.issue(basicOf(holdings().client.id, holdings().client.secret));
    return [{ ...common, name: 'Gatehouse, client credentials', status: 200, requests: () => always(issue()) }];
  }
  const junk = (): Buffer => {
    if (call === 'verify') return raw.verify(JUNK);
    // a wrong secret would soon be limited: the junk is the token that a client asks about
    const { client } = holdings();
    return raw.introspect(JUNK, call === 'client' ? basicOf(client.id, client.secret) : `Bearer ${JUNK}`);
  };
  return [
    {
      ...common,
      name: 'Gatehouse, a hot token',
      status: 200,
      requests: () => always(request(holdings().tokens[0] ?? '')),
    },
    {
      ...common,
      name: 'Gatehouse, tokens at random',
      status: 200,
      requests: () => atRandom(holdings().tokens.map(request)),
    },
    {
      ...common,
      name: 'Gatehouse, unknown tokens',
      status: call === 'verify' ? 401 : 200,
      requests: () => atRandom(unknownTokens().map(request)),
    },
    {
      ...common,
      name: 'Gatehouse, junk',
      status: call === 'client' ? 200 : 401,
      requests: () => always(junk()),
    },
  ];
}

/** Well-formed, and nobody's: more than an instance remembers as unknown. */
function unknownTokens(): string[] {
  const [format, randomness] = [new CredentialFormat('gth'), new Randomness()];
  return Array.from({ length: UNKNOWN_TOKENS }, () => format.generate('pat', randomness));
}

export function environment(database: BenchDatabase, tokens: number, options: BenchOptions): Record<string, string> {
  return {
    BENCH_TOKENS: String(tokens),
    GATEHOUSE_DATA_DIR: mkdtempSync(join(tmpdir(), 'bench-service-')),
    GATEHOUSE_DATABASE_URL: database.url,
    GATEHOUSE_HTTP_PORT: '0',
    GATEHOUSE_LOG_LEVEL: 'error',
    GATEHOUSE_ADMIN_PASSWORD: 'only-for-the-length-of-a-bench',
    ...(database.dialect === 'mysql' ? { GATEHOUSE_SECRET_KEYS: randomBytes(32).toString('base64') } : {}),
    ...(options.tls ? {} : { GATEHOUSE_TLS: 'off', GATEHOUSE_TRUST_PROXY: '127.0.0.0/8' }),
  };
}
