import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../shared/clock/clock.js';
import { Randomness } from '../../../shared/crypto/randomness.js';
import { Ids } from '../../../shared/ids/ids.js';
import { timeParameter } from '../stored-time.js';
import { EVERYTHING, shardOf, type Subject } from '../subjects.js';
import { changesIn } from '../transaction.js';

const STAMP_BYTES = 16;
/** Whoever follows the clock reads each change: beyond this many, reading everything again is cheaper. */
const MOST_SUBJECTS = 1_000;
const ROWS_PER_STATEMENT = 100;

/** Writes what a unit of work has changed into the change clock. */
@Injectable()
export class ChangeLog {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly ids: Ids,
  ) {}

  /**
   * Takes the next number of each shard that is concerned, in the order of the shards. These are the last statements before the
   * commit: the numbers of a shard are committed in order and without gaps, and its row is locked for the commit alone.
   */
  async write(manager: EntityManager): Promise<void> {
    const subjects = subjectsOf(changesIn(manager));
    if (subjects.length === 0) return;
    const shards = [...new Set(subjects.map(shardOf))].sort((one, other) => one - other);
    const stamp = Buffer.from(this.randomness.bytes(STAMP_BYTES)).toString('hex');
    // MySQL sets the columns in this order, SQLite all at once: `previous` becomes the old stamp on both
    await manager.query(
      `UPDATE change_shards SET previous = stamp, stamp = ?, number = number + 1 WHERE id IN (${places(shards)})`,
      [stamp, ...shards],
    );
    const at = timeParameter(this.clock.now());
    for (let start = 0; start < subjects.length; start += ROWS_PER_STATEMENT) {
      const some = subjects.slice(start, start + ROWS_PER_STATEMENT);
      const rows = some.map(() => 'SELECT ?, id, number, stamp, previous, ?, ? FROM change_shards WHERE id = ?');
      await manager.query(
        `INSERT INTO changes (id, shard, number, stamp, previous, subject, created_at) ${rows.join(' UNION ALL ')}`,
        some.flatMap((subject) => [this.ids.next(), subject, at, shardOf(subject)]),
      );
    }
  }
}

function subjectsOf(changed: ReadonlySet<Subject>): readonly Subject[] {
  return changed.has(EVERYTHING) || changed.size > MOST_SUBJECTS ? [EVERYTHING] : [...changed];
}

function places(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}
