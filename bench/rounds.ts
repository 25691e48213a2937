import { loadOnce, type Round } from './load.js';
import { residentMebibytes } from './process-usage.js';
import type { BenchOptions } from './options.js';
import type { RunningServer, Target } from './target.types.js';

export interface Result {
  readonly target: Target;
  /** Answers per second, for each round. */
  readonly speeds: readonly number[];
  readonly perSecond: number;
  /** (fastest − slowest) ÷ median of the rounds. */
  readonly spread: number;
  readonly processorMicroseconds: number;
  readonly residentMebibytes: number;
  readonly wrong: number;
}

const WARM_UP_SECONDS = 1.5;

/** Loads the targets in turn, round after round, so that a noisy minute affects all of them alike. */
export async function measure(targets: readonly Target[], options: BenchOptions): Promise<Result[]> {
  const servers = new Map<Target, RunningServer>();
  const rounds = new Map<Target, Round[]>();
  try {
    for (const target of targets) servers.set(target, await target.start());
    for (let round = 0; round <= options.rounds; round++) {
      process.stderr.write(round === 0 ? 'warming up…\n' : `round ${round} of ${options.rounds}…\n`);
      for (const [target, server] of servers) {
        const measured = await loadOnce(target, server, round === 0 ? WARM_UP_SECONDS : options.seconds, options);
        if (round > 0) rounds.set(target, [...(rounds.get(target) ?? []), measured]);
      }
    }
    return [...servers].map(([target, server]) => summarise(target, server, rounds.get(target) ?? []));
  } finally {
    await Promise.all([...new Set(servers.values())].map((server) => server.stop()));
  }
}

function summarise(target: Target, server: RunningServer, rounds: readonly Round[]): Result {
  const speeds = rounds.map(({ perSecond }) => perSecond);
  const perSecond = median(speeds);
  return {
    target,
    speeds,
    perSecond,
    spread: (Math.max(...speeds) - Math.min(...speeds)) / perSecond,
    processorMicroseconds: median(rounds.map((round) => round.processorMicroseconds)),
    residentMebibytes: residentMebibytes(server.pid),
    wrong: rounds.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
