import type { Outcome } from './history.js';
import type { Step } from './step.js';

const MOST_RUNS = 400;

interface Failing {
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
}

/** Leaves out steps, many at once and then one by one, for as long as what is left fails. */
export async function shrunk(
  steps: readonly Step[],
  outcome: Outcome,
  run: (steps: readonly Step[]) => Promise<Outcome>,
): Promise<Failing> {
  let shortest: Failing = { steps, outcome };
  let runs = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let start = 0; start < shortest.steps.length && runs < MOST_RUNS;) {
      const fewer = [...shortest.steps.slice(0, start), ...shortest.steps.slice(start + size)];
      const tried = await run(fewer);
      runs++;
      if (tried.violation === null) start += size;
      else shortest = { steps: fewer, outcome: tried };
    }
  return shortest;
}
