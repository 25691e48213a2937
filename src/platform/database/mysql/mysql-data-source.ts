import type { Pool } from 'mysql2';
import { DataSource, MigrationExecutor, type Migration, type QueryRunner, type ReplicationMode } from 'typeorm';
import { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import type { Secret } from '../../../shared/crypto/secret.js';
import type { Entities } from '../opening/orm-options.js';
import { DeadlineQueryRunner } from './mysql-query-runner.js';
import { mysqlOptions, type MysqlFlavour } from './mysql-options.js';

/** A migration may rewrite a large table. */
const MIGRATION_STATEMENT_LIMIT_MS = 3_600_000;
const MIGRATION_LOCK_WAIT_SECONDS = 600;
/** One lock per database: names for GET_LOCK belong to the whole server and have at most 64 characters. */
const LOCK_NAME = "CONCAT('gatehouse-migrations-', MD5(DATABASE()))";

export class MysqlDataSource extends DataSource {
  constructor(url: Secret, flavour: MysqlFlavour, entities: Entities) {
    super({ ...mysqlOptions(url, flavour), entities: [...entities] });
  }

  get pool(): Pool {
    return this.#driver.pool as Pool;
  }

  override createQueryRunner(mode: ReplicationMode = 'master'): DeadlineQueryRunner {
    const runner = new DeadlineQueryRunner(this.#driver, mode);
    return Object.assign(runner, { manager: this.createEntityManager(runner) });
  }

  /** One instance migrates, and the others wait for it. The lock ends with its connection. */
  override runMigrations(): Promise<Migration[]> {
    return this.#migrate((executor) => executor.executePendingMigrations());
  }

  override undoLastMigration(): Promise<void> {
    return this.#migrate((executor) => executor.undoLastMigration());
  }

  get #driver(): MysqlDriver {
    if (this.driver instanceof MysqlDriver) return this.driver;
    throw new Error('not the driver of MySQL');
  }

  async #migrate<T>(step: (executor: MigrationExecutor) => Promise<T>): Promise<T> {
    const runner = this.createQueryRunner();
    runner.statementLimitMs = MIGRATION_STATEMENT_LIMIT_MS;
    try {
      await lock(runner);
      const executor = new MigrationExecutor(this, runner);
      executor.transaction = 'each';
      return await step(executor);
    } finally {
      // Does not go back to the pool: the lock and everything else that a migration set ends with the connection.
      runner.abandon();
      await runner.release();
    }
  }
}

async function lock(runner: QueryRunner): Promise<void> {
  const rows = (await runner.query(`SELECT GET_LOCK(${LOCK_NAME}, ?) AS locked`, [MIGRATION_LOCK_WAIT_SECONDS])) as {
    locked: number | null;
  }[];
  if (rows[0]?.locked !== 1) throw new Error('another instance has been migrating the database for 10 minutes');
}
