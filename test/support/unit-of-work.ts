import { ChangeLog } from '../../src/platform/database/change-clock/change-log.js';
import type { Database } from '../../src/platform/database/database.js';
import { HeldCommits } from '../../src/platform/database/held-commits.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Clock } from '../../src/shared/clock/clock.js';
import { Randomness } from '../../src/shared/crypto/randomness.js';
import { Ids } from '../../src/shared/ids/ids.js';

/** Units of work outside an application. */
export function unitOfWorkOn(database: Database, held = new HeldCommits()): UnitOfWork {
  const [clock, randomness] = [new Clock(), new Randomness()];
  return new UnitOfWork(database, held, new ChangeLog(clock, randomness, new Ids(clock, randomness)));
}
