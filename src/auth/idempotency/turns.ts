import { Injectable } from '@nestjs/common';
import { translated } from '../../platform/database/database-failures.js';
import { Deadline, UNIT_LIMIT_MS } from '../../platform/database/deadline.js';
import { WriterQueue } from '../../platform/database/writer-queue.js';

/**
 * Makes identical calls in this process take turns. The database would also make sure that only one of them commits, but then
 * each would occupy a connection while all of them want the same rows.
 */
@Injectable()
export class Turns {
  readonly #queues = new Map<string, WriterQueue>();

  isTaken(name: string): boolean {
    return this.#queues.has(name);
  }

  /** Resolves to the function that ends the turn. @throws databaseUnavailable when the turn takes too long to come */
  async take(name: string): Promise<() => void> {
    const queue = this.#queues.get(name) ?? new WriterQueue();
    this.#queues.set(name, queue);
    const give = await queue.turn(new Deadline(UNIT_LIMIT_MS)).catch((error: unknown) => {
      throw translated(error);
    });
    return () => {
      give();
      if (queue.isFree) this.#queues.delete(name);
    };
  }
}
