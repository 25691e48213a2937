import { Injectable } from '@nestjs/common';
import { sha256 } from '../../shared/crypto/hashing.js';
import { rateLimited } from '../../shared/errors/general.errors.js';
import { type Admission, AttemptGate } from './counting/attempt-gate.js';
import { type Counter, Counters } from './counting/counters.service.js';
import { networkOf, sourceOf } from './counting/source.js';

/** What is guessed: a person's password, wherever it is given, or the secret of an OAuth client. */
export type GuessedKind = 'person' | 'client';

/** contract §9 */
const WINDOW_SECONDS = 15 * 60;
/**
 * How many failures a name may have from one network, and an address over all names. Nobody guesses 256 bits: for clients, the
 * limit keeps a broken one from filling the audit log.
 */
const ROOM = { person: { name: 10, source: 50 }, client: { name: 30, source: 100 } } as const;
/**
 * While a name is being guessed, an address that has guessed nothing yet gets one try, for the owner of the name, and no more.
 */
const FAILURES_OF_A_BYSTANDER = 1;

interface Keys {
  readonly name: string;
  readonly source: string;
}

/**
 * Makes a caller who guesses too often wait (OWASP ASVS 6.3.1). Failures are counted for a name from one network, and for an
 * address over all names. There is no count for a name alone, so strangers elsewhere can lock nobody out. A successful sign-in
 * resets nothing: otherwise, a guesser beside a client that signs in every minute would never be stopped.
 */
@Injectable()
export class SignInLimits {
  readonly #gate = new AttemptGate();

  readonly #failures: Counter;

  constructor(counters: Counters) {
    this.#failures = counters.make('failures', WINDOW_SECONDS);
  }

  /**
   * Judges one attempt, unless there have been too many. `judge` returns null for a wrong guess and a value for a right one; when
   * it throws, the attempt does not count.
   * @param name the id of a person, or a name that belongs to nobody; the client id of a client
   * @throws rateLimited before `judge` is called
   */
  async attempt<T>(
    kind: GuessedKind,
    name: string,
    address: string,
    judge: () => Promise<T | null>,
  ): Promise<T | null> {
    const keys = keysOf(kind, name, address);
    const byName = await this.#enter(keys.name, ROOM[kind].name);
    try {
      const most = byName.admitted ? ROOM[kind].source : FAILURES_OF_A_BYSTANDER;
      const bySource = await this.#enter(keys.source, most);
      if (!bySource.admitted) throw tooMany([byName, bySource]);
      try {
        const result = await judge();
        if (result === null) await this.failed(kind, name, address);
        return result;
      } finally {
        this.#gate.leave(keys.source);
      }
    } finally {
      if (byName.admitted) this.#gate.leave(keys.name);
    }
  }

  /**
   * For guesses where a race does not help, such as 256 random bits: only checks the count, without waiting in line.
   * @throws rateLimited
   */
  async requireRoom(kind: GuessedKind, name: string, address: string): Promise<void> {
    const keys = keysOf(kind, name, address);
    const [byName, bySource] = await Promise.all([this.#failures.of(keys.name), this.#failures.of(keys.source)]);
    const nameHasRoom = byName.value < ROOM[kind].name;
    const most = nameHasRoom ? ROOM[kind].source : FAILURES_OF_A_BYSTANDER;
    if (bySource.value < most) return;
    throw tooMany([
      { admitted: nameHasRoom, count: byName },
      { admitted: false, count: bySource },
    ]);
  }

  async failed(kind: GuessedKind, name: string, address: string): Promise<void> {
    const keys = keysOf(kind, name, address);
    await Promise.all([this.#failures.add(keys.name), this.#failures.add(keys.source)]);
  }

  #enter(key: string, limit: number): Promise<Admission> {
    return this.#gate.enter(key, limit, (counted) => this.#failures.of(counted));
  }
}

/** Names are hashed: Redis is no place for names, and a key needs a bounded length. */
function keysOf(kind: GuessedKind, name: string, address: string): Keys {
  const hashed = sha256(name.trim().toLowerCase()).slice(0, 32);
  return { name: `${kind}:name:${hashed}:${networkOf(address)}`, source: `${kind}:source:${sourceOf(address)}` };
}

/** The caller may try again as soon as one of the blocking counts is forgotten. */
function tooMany(admissions: readonly Admission[]) {
  const inTheWay = admissions.filter(({ admitted }) => !admitted).map(({ count }) => count.forgottenIn);
  return rateLimited({ retryAfterSeconds: Math.max(1, Math.min(...inTheWay)) });
}
