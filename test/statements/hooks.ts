import type { Database } from '../../src/platform/database/database.js';
import { DeadlineQueryRunner } from '../../src/platform/database/mysql/mysql-query-runner.js';
import { type PreparedRead, PreparedReads, type ReadParameter } from '../../src/platform/database/prepared-reads.js';
import { SqliteQueryRunner } from '../../src/platform/database/sqlite/sqlite-query-runner.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { WriteBehind } from '../../src/platform/database/write-behind.js';

export type Method = (this: unknown, ...parameters: unknown[]) => unknown;

/** Sends a text with the parameters of a statement, on its connection and within its transaction; or without any. */
export type Ask = (text: string, parameters?: 'its parameters' | 'none') => Promise<unknown>;

/** Hears of each statement before it is sent. */
export type Listener = (sql: string, ask: Ask) => Promise<void>;

/** What asks the database about each statement takes longer than a request may. */
const PATIENCE_MS = 60_000;

let listener: Listener | null = null;
let isHooked = false;

/** There is one listener at a time. What was made to listen stays so, for nobody. */
export function listen(to: Listener | null): void {
  if (!isHooked) hook();
  isHooked = true;
  listener = to;
}

/** Puts a method in the place of another one, which it is given. */
export function replace(target: object, name: string, replacement: (original: Method) => Method): void {
  const methods = target as Record<string, Method>;
  const original = methods[name];
  if (original === undefined) throw new Error(`there is no ${name}`);
  methods[name] = replacement(original);
}

function hook(): void {
  for (const { prototype } of [SqliteQueryRunner, DeadlineQueryRunner]) replace(prototype, 'query', listening);
  replace(PreparedReads.prototype, 'prepare', preparing);
  replace(UnitOfWork.prototype, 'run', (run) => {
    return function (work, options: unknown) {
      return run.call(this, work, { ...(options as object), deadlineMs: PATIENCE_MS });
    };
  });
  replace(DeadlineQueryRunner.prototype, 'connect', (connect) => {
    return function () {
      Object.assign(this as object, { statementLimitMs: PATIENCE_MS, connectionLimitMs: PATIENCE_MS });
      return connect.call(this);
    };
  });
  // It would write in portions that depend on how busy the machine is; the tour has it write.
  WriteBehind.prototype.schedule = () => undefined;
}

function listening(query: Method): Method {
  return async function (sql, parameters, structured) {
    const ask: Ask = async (text, which) => query.call(this, text, which === 'none' ? [] : parameters);
    await listener?.(sql as string, ask);
    return query.call(this, sql, parameters, structured);
  };
}

function preparing(prepare: Method): Method {
  return function (sql) {
    const read = prepare.call(this, sql) as PreparedRead<unknown>;
    const { reader } = (this as { readonly database: Database }).database;
    const all = async (parameters: readonly ReadParameter[]) => {
      await listener?.(sql as string, (text, which) => reader.query(text, which === 'none' ? [] : [...parameters]));
      return read.all(parameters);
    };
    return { all };
  };
}
