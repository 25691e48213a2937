import { Injectable } from '@nestjs/common';
import { sha256 } from '../../shared/crypto/hashing.js';
import { rateLimited } from '../../shared/errors/general.errors.js';
import { type Admission, AttemptGate } from './attempt-gate.js';
import { type Counter, Counters } from './counters.service.js';
import { networkOf, sourceOf } from './source.js';

/** What is guessed: a person's password, wherever it is given, or the secret of an OAuth client. */
export type GuessedKind = 'person' | 'client';

/** CONTRACT §9 */
const WINDOW_SECONDS = 15 * 60;
/** How many failures a name has room for from one network, and an address for all names. Nobody guesses 256 bits: for
 * clients the limit keeps a broken one from filling the audit log. */
const ROOM = { person: { name: 10, source: 50 }, client: { name: 30, source: 100 } } as const;
/** Where a name is being guessed, an address that has guessed nothing yet has one try: its owner's, and no more. */
const FAILURES_OF_A_BYSTANDER = 1;

interface Keys {
  readonly name: string;
  readonly source: string;
}

/**
 * Who has guessed too often must wait (OWASP ASVS 6.3.1). Failures are counted for a name from one network and for an
 * address over all names; there is no count for a name alone, so nobody is locked out by strangers elsewhere. A good
 * sign-in takes nothing back: who guesses beside a client that signs in every minute would never be stopped.
 */
@Injectable()
export class SignInLimits {
  readonly #gate = new AttemptGate();

  readonly #failures: Counter;

  constructor(counters: Counters) {
    this.#failures = counters.make('failures', WINDOW_SECONDS);
  }

  /**
   * Judges one attempt, unless there have been too many. `judge` answers null for a wrong guess, and a value for a
   * good one; when it throws, the attempt does not count.
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
   * For guesses that a race does not help with, as at 256 random bits: the question alone, without waiting in line.
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

/** Names are hashed: Redis is no place for them, and a key has a bounded length. */
function keysOf(kind: GuessedKind, name: string, address: string): Keys {
  const hashed = sha256(name.trim().toLowerCase()).slice(0, 32);
  return { name: `${kind}:name:${hashed}:${networkOf(address)}`, source: `${kind}:source:${sourceOf(address)}` };
}

/** It works again as soon as one of the counts that stand in the way is forgotten. */
function tooMany(admissions: readonly Admission[]) {
  const inTheWay = admissions.filter(({ admitted }) => !admitted).map(({ count }) => count.forgottenIn);
  return rateLimited({ retryAfterSeconds: Math.max(1, Math.min(...inTheWay)) });
}
