import { parseArgs } from 'node:util';
import { CALLS, type Call } from './target.types.js';

const MEASURES = ['speed', 'memory', 'removal', 'gateway'] as const;
export type Measure = (typeof MEASURES)[number];

export interface BenchOptions {
  /**
   * `memory`: the effect of a million verifications on memory. `removal`: the cost of moving 100,000 tokens. `gateway`: the cost
   * of passing requests on.
   */
  readonly what: Measure;
  readonly calls: readonly Call[];
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** TLS on both sides, as in production without a proxy. `TLS=off` measures the service behind a proxy, with less noise. */
  readonly tls: boolean;
}

const USAGE =
  'npm run bench -- [introspect|client|verify|issue|memory|removal|gateway] [--rounds 5] [--seconds 2] [--connections 32]   TLS=off for plain HTTP, PROFILE=folder for CPU profiles';

export function readOptions(): BenchOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      connections: { type: 'string', default: '32' },
    },
  });
  const [first] = positionals;
  const what = MEASURES.find((measure) => measure === first) ?? 'speed';
  const named = positionals.filter((name) => name !== what);
  const calls = CALLS.filter((call) => named.length === 0 || named.includes(call));
  if (calls.length === 0) throw new Error(USAGE);
  return {
    what,
    calls,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    connections: Number(values.connections),
    tls: process.env['TLS'] !== 'off',
  };
}
