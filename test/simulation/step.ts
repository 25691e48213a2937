import { OPERATIONS, type Operation } from './operations/operations.js';
import { Picks } from './random.js';

/** One step of a history. `seed` is where its choices come from, among what there is at that moment. */
export interface Step {
  readonly operation: Operation;
  readonly seed: number;
  /** Milliseconds that pass before it. */
  readonly after: number;
  /** Whether the service dies between the last statement of the change and its commit. */
  readonly crashes: boolean;
  /** Another at the same moment. */
  readonly besides: Pick<Step, 'operation' | 'seed'> | null;
}

const SECOND = 1000;
const PAUSES = [
  ...[SECOND, 5 * SECOND, 61 * SECOND, 61 * SECOND, 601 * SECOND, 16 * 60 * SECOND, 3601 * SECOND],
  ...[25 * 3600 * SECOND, 8 * 24 * 3600 * SECOND, 41 * 24 * 3600 * SECOND],
] as const;

export function historyOf(seed: number, length: number): Step[] {
  const picks = new Picks(seed);
  return Array.from({ length }, () => ({
    ...drawn(picks),
    after: picks.chance(0.2) ? (picks.of(PAUSES) ?? 1) : 1,
    crashes: picks.chance(0.05),
    besides: picks.chance(0.08) ? drawn(picks) : null,
  }));
}

const NAMES = Object.entries(OPERATIONS).flatMap(([name, [weight]]) =>
  Array<Operation>(weight).fill(name as Operation),
);

function drawn(picks: Picks): Pick<Step, 'operation' | 'seed'> {
  return { operation: picks.of(NAMES) ?? 'createToken', seed: picks.integer(2 ** 32) };
}
