import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { Database } from '../../src/platform/database/database.js';
import type { Dialect } from '../../src/platform/database/dialect.js';
import { Passwords } from '../../src/directory/users/passwords.service.js';
import { CleanupRoster } from '../../src/platform/retention/cleanup-steps.js';
import { Randomness } from '../../src/shared/crypto/randomness.js';
import { startTestApp } from '../support/test-app.js';
import type { Indexes } from './plans.js';
import { Recorder, type StatementsOfClass } from './recorder.js';
import { seed } from './seed.js';
import { tour } from './tour/tour.js';

export interface RecordedStatements {
  readonly server: string;
  readonly statements: ReadonlyMap<string, StatementsOfClass>;
  readonly strays: readonly string[];
}

/** The least that argon2 takes. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;

/** The same bytes in every run, so that ids and values are the same, and where in an index they stand. */
class RepeatedRandomness extends Randomness {
  #count = 0;

  override bytes(length: number): Uint8Array {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, () => {
      return createHash('sha256').update(String(this.#count++)).digest();
    });
    return Buffer.concat(blocks).subarray(0, length);
  }
}

/** What the service sends while it is shown around. */
export async function recordedStatements(dialect: Dialect): Promise<RecordedStatements> {
  const recorder = new Recorder(dialect);
  Passwords.prototype.hash = (password) => hash(password.normalize('NFC'), CHEAP);
  const app = await startTestApp(dialect, {
    randomness: new RepeatedRandomness(),
    settings: { retention: { tokensDays: 30, sessionsDays: 30, notificationsDays: 90, auditDays: 90 } },
    modules: [recorder.module],
  });
  let server = '';
  try {
    recorder.watchCleanups(app.app.get(CleanupRoster, { strict: false }));
    const database = app.app.get(Database, { strict: false });
    await recorder.pause(async () => {
      await seed(app);
      server = await serverOf(database);
      return indexesOf(database);
    });
    await tour(app);
  } finally {
    await app.stop();
    recorder.stop();
  }
  return { server, statements: recorder.statements, strays: recorder.strays };
}

/** What has made the plans: of MySQL they are those of its version. */
async function serverOf({ writer, dialect }: Database): Promise<string> {
  if (dialect === 'sqlite') return 'SQLite';
  const [row] = await writer.query<{ version: string }[]>('SELECT VERSION() AS version');
  const [, number = '', rest = ''] = /^(\d+\.\d+)(.*)$/.exec(row?.version ?? '') ?? [];
  return `${/mariadb/i.test(rest) ? 'MariaDB' : 'MySQL'} ${number}`;
}

async function indexesOf({ writer, dialect }: Database): Promise<Indexes> {
  const indexes = new Map<string, Map<string, string[]>>();
  if (dialect === 'sqlite') return indexes;
  const parts = await writer.query<{ t: string; i: string; c: string }[]>(
    `SELECT table_name AS t, index_name AS i, column_name AS c FROM information_schema.statistics
     WHERE table_schema = DATABASE() ORDER BY t, i, seq_in_index`,
  );
  for (const { t: table, i: index, c: column } of parts) {
    const ofTable = indexes.get(table) ?? new Map<string, string[]>();
    indexes.set(table, ofTable.set(index, [...(ofTable.get(index) ?? []), column]));
  }
  return indexes;
}
