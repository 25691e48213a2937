import { performance } from 'node:perf_hooks';

/** How long one statement may take before its connection counts as lost (CONTRACT §9: a frozen database). */
export const STATEMENT_LIMIT_MS = 1_000;
/** How long a read may wait for a connection. With the statement it stays below the promised 2 seconds. */
export const CONNECTION_LIMIT_MS = 700;
/** A whole unit of work, waiting and retries included. */
export const UNIT_LIMIT_MS = 1_500;

export class DeadlineExpired extends Error {
  constructor(limitMs: number) {
    super(`the database did not answer within ${Math.round(limitMs)} ms`);
    this.name = 'DeadlineExpired';
  }
}

/**
 * The end of the time that something may take. It reads the monotonic clock: it measures a duration, and must
 * neither jump with the wall clock nor stand still in tests that fix it.
 */
export class Deadline {
  readonly #endsAt: number;

  constructor(private readonly limitMs: number) {
    this.#endsAt = performance.now() + limitMs;
  }

  remainingMs(): number {
    return Math.max(0, this.#endsAt - performance.now());
  }

  /** The work's result, or DeadlineExpired; `onExpiry` is called first, to make the work stop. */
  async bound<T>(work: Promise<T>, onExpiry: () => void): Promise<T> {
    return within(this.remainingMs(), work, onExpiry, this.limitMs);
  }
}

/** As Deadline.bound, for a limit that starts now. The work goes on in the background; what becomes of it is ignored. */
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
