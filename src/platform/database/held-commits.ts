import { Injectable } from '@nestjs/common';
import { type Change, HeldCommit, Later } from './held-commit.js';
import type { Tx } from './transaction.js';

type Work<T> = (tx: Tx) => Promise<T>;

/**
 * The requests whose change is committed together with their answer (docs/decisions/0011-idempotency-key.md). The unit of work of
 * such a request answers its caller before the commit. It commits when the request says what else to write.
 */
@Injectable()
export class HeldCommits {
  readonly #byRequest = new Map<string, HeldCommit>();
  readonly #byTx = new WeakMap<Tx, HeldCommit>();

  /** The caller must close it in every case. */
  open(requestId: string): HeldCommit {
    const held = new HeldCommit(() => this.#byRequest.delete(requestId));
    this.#byRequest.set(requestId, held);
    return held;
  }

  /**
   * Links a transaction to the request whose change it makes. The request is known from the audit row, which every change has.
   */
  claim(tx: Tx, requestId: string | null, change: Change): void {
    const held = requestId === null ? undefined : this.#byRequest.get(requestId);
    if (held === undefined) return;
    held.change = change;
    this.#byTx.set(tx, held);
  }

  /** Runs a unit of work. A held unit gives its result before `commit` is done. */
  run<T>(work: Work<T>, commit: (work: Work<T>) => Promise<T>): Promise<T> {
    if (this.#byRequest.size === 0) return commit(work);
    const early = new Later<T>();
    let held: HeldCommit | undefined;
    const whole = commit(async (tx) => {
      const result = await work(tx);
      held = this.#byTx.get(tx);
      if (held === undefined) return result;
      early.resolve(result);
      await held.reach(tx);
      return result;
    });
    whole.then(
      () => held?.committed(),
      (error: unknown) => held?.failed(error),
    );
    return Promise.race([early.promise, whole]);
  }
}
