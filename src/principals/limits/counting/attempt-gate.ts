import type { Count } from './counters.service.js';

interface Line {
  /** Attempts that were admitted and are still being judged. */
  inFlight: number;
  /** How many attempts have been judged. A change shows that a count is stale. */
  judged: number;
  /** All attempts that are in flight, waiting, or asking for the count. */
  present: number;
  readonly waiting: (() => void)[];
}

export interface Admission {
  readonly admitted: boolean;
  readonly count: Count;
}

/**
 * Keeps simultaneous guesses from outrunning the count of failures: only as many are judged at once as may still fail; the others
 * wait their turn. Parallel guesses therefore get no further than sequential ones, and valid sign-ins in parallel are all let in.
 * The gate works within a process; between instances, the overshoot is what they judge at the same moment.
 */
export class AttemptGate {
  readonly #lines = new Map<string, Line>();

  /** Admits the caller, who must then call `leave`, or answers that the failures under the key have reached the limit. */
  async enter(key: string, limit: number, read: (key: string) => Promise<Count>): Promise<Admission> {
    const line = this.#lineOf(key);
    line.present++;
    try {
      const admission = await admit(line, limit, () => read(key));
      if (!admission.admitted) this.#goAway(key, line);
      return admission;
    } catch (error) {
      this.#goAway(key, line);
      throw error;
    }
  }

  /** The attempt has been judged, and its failure, if it was one, has been counted. */
  leave(key: string): void {
    const line = this.#lines.get(key);
    if (line === undefined) throw new Error('nobody is in this line');
    line.inFlight--;
    line.judged++;
    this.#goAway(key, line);
  }

  #goAway(key: string, line: Line): void {
    line.present--;
    line.waiting.shift()?.();
    if (line.present === 0) this.#lines.delete(key);
  }

  #lineOf(key: string): Line {
    const line = this.#lines.get(key) ?? { inFlight: 0, judged: 0, present: 0, waiting: [] };
    this.#lines.set(key, line);
    return line;
  }
}

async function admit(line: Line, limit: number, read: () => Promise<Count>): Promise<Admission> {
  for (;;) {
    const { judged } = line;
    const count = await read();
    if (line.judged !== judged) continue;
    if (count.value >= limit) return { admitted: false, count };
    if (count.value + line.inFlight < limit) {
      line.inFlight++;
      return { admitted: true, count };
    }
    await new Promise<void>((resolve) => line.waiting.push(resolve));
  }
}
