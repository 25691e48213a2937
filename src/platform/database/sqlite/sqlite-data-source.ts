import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Logger } from '@nestjs/common';
import { DataSource, MigrationExecutor, type Migration } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { closeDatabaseToOthers } from '../../config/data-folder.js';
import { LONG_TEXT } from '../columns.js';
import { type Entities, ormOptions } from '../opening/orm-options.js';
import { SqliteConnection } from './sqlite-connection.js';
import { SqliteQueryRunner } from './sqlite-query-runner.js';

const READER_CACHE_KIB = 65_536;
const READER_MAP_BYTES = 256 * 1024 * 1024;

/** How long an instance waits for another one that migrates. */
const MIGRATION_LOCK_WAIT_MS = 600_000;

type Role = 'reader' | 'writer';

/**
 * The embedded database (SQLite in WAL mode). One data source writes and one reads, each over its own connection, so that a read
 * never sees uncommitted changes of another unit of work.
 */
export class SqliteDataSource extends DataSource {
  constructor(
    readonly file: string,
    private readonly role: Role,
    entities: Entities,
  ) {
    super({
      ...ormOptions,
      entities: [...entities],
      type: 'better-sqlite3',
      database: file,
      driver: SqliteConnection,
      statementCacheSize: 0,
      prepareDatabase: (connection: SqliteConnection) => {
        prepare(connection, role);
      },
    });
    this.#driver.supportedDataTypes.push(LONG_TEXT);
  }

  get connectionInUse(): SqliteConnection {
    return this.#driver.databaseConnection as SqliteConnection;
  }

  override initialize(): Promise<this> {
    createPrivately(this.file, this.role);
    return super.initialize();
  }

  /** The driver keeps its file open as long as a statement lives, so SQLite may never make its own final checkpoint. */
  override async destroy(): Promise<void> {
    if (this.role === 'writer') this.connectionInUse.pragma('wal_checkpoint(TRUNCATE)');
    await super.destroy();
  }

  override createQueryRunner(): SqliteQueryRunner {
    const runner = new SqliteQueryRunner(this.#driver);
    return Object.assign(runner, { manager: this.createEntityManager(runner) });
  }

  /** All or nothing, in one transaction: its lock keeps two instances from migrating at once. */
  override runMigrations(): Promise<Migration[]> {
    return this.#migrate((executor) => executor.executePendingMigrations());
  }

  override undoLastMigration(): Promise<void> {
    return this.#migrate((executor) => executor.undoLastMigration());
  }

  /** Collations and the precision of times are for MySQL: SQLite takes the name of a collation for one of its own. */
  protected override async buildMetadatas(): Promise<void> {
    await super.buildMetadatas();
    for (const column of this.entityMetadatas.flatMap((metadata) => metadata.columns)) {
      Object.assign(column, { charset: undefined, collation: undefined, precision: undefined });
      if (column.type === LONG_TEXT) column.type = 'text';
    }
  }

  get #driver(): BetterSqlite3Driver {
    if (this.driver instanceof BetterSqlite3Driver) return this.driver;
    throw new Error('not the driver of SQLite');
  }

  async #migrate<T>(step: (executor: MigrationExecutor) => Promise<T>): Promise<T> {
    const runner = this.createQueryRunner();
    runner.busyLimitMs = MIGRATION_LOCK_WAIT_MS;
    try {
      // Rewriting a table drops it for a moment. The switch has no effect inside a transaction.
      await runner.query('PRAGMA foreign_keys = OFF');
      await runner.startTransaction();
      const executor = new MigrationExecutor(this, runner);
      executor.transaction = 'all';
      const result = await step(executor);
      const orphans = (await runner.query('PRAGMA foreign_key_check')) as unknown[];
      if (orphans.length > 0) throw new Error(`the migration left ${orphans.length} rows without what they refer to`);
      await runner.commitTransaction();
      return result;
    } finally {
      await runner.release();
      this.connectionInUse.pragma('foreign_keys = ON');
    }
  }
}

function prepare(connection: SqliteConnection, role: Role): void {
  if (role === 'reader') {
    connection.pragma('query_only = ON');
    // The default of 2 MiB holds few tokens. Recent changes of the writer are read from the mapped file, without a copy.
    connection.pragma(`cache_size = -${READER_CACHE_KIB}`);
    connection.pragma(`mmap_size = ${READER_MAP_BYTES}`);
    return;
  }
  connection.pragma('journal_mode = WAL');
  // Every commit reaches the disk before it is answered: an answered write survives a crash (contract §7).
  connection.pragma('synchronous = FULL');
}

/**
 * The files contain hashes and sealed secrets, so only their owner has access. SQLite gives the -wal and -shm files that it makes
 * the mode of the database; those that are there may have got another one.
 */
function createPrivately(file: string, role: Role): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  const open = closeDatabaseToOthers(file);
  if (open.length > 0 && role === 'writer') {
    new Logger('Database').warn(`others can read ${open.join(', ')}, and this user may not change that`);
  }
}
