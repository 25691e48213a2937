import { performance } from 'node:perf_hooks';

/** How long one statement may take before its connection counts as lost (contract §9: a frozen database). */
export const STATEMENT_LIMIT_MS = 1_000;
/** How long a read may wait for a connection. With the statement it stays below the promised 2 seconds. */
export const CONNECTION_LIMIT_MS = 700;
/** The limit of a whole unit of work, including waits and retries. */
export const UNIT_LIMIT_MS = 1_500;

export class DeadlineExpired extends Error {
  constructor(limitMs: number) {
    super(`the database did not answer within ${Math.round(limitMs)} ms`);
    this.name = 'DeadlineExpired';
  }
}

/**
 * The end of the time that something may take. Reads the monotonic clock, because it measures a duration: it must not jump with
 * the wall clock, or stand still in tests that fix that clock.
 */
export class Deadline {
  readonly #endsAt: number;

  constructor(readonly limitMs: number) {
    this.#endsAt = performance.now() + limitMs;
  }

  remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** The work's result, or DeadlineExpired; calls `onExpiry` first, to make the work stop. */
  async bound<T>(work: Promise<T>, onExpiry: () => void): Promise<T> {
    return within(this.remainingMs(), work, onExpiry, this.limitMs);
  }
}

/** As Deadline.bound, for a limit that starts now. The work continues in the background, and its outcome is ignored. */
export async function within<T>(
  limitMs: number,
  work: Promise<T>,
  onExpiry: () => void,
  namedLimitMs = limitMs,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      onExpiry();
      reject(new DeadlineExpired(namedLimitMs));
    }, limitMs);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
