import type { PoolConnection } from 'mysql2';
import type { ObjectLiteral } from 'typeorm';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';
import { isDeadlock, translated } from '../database-failures.js';
import { CONNECTION_LIMIT_MS, STATEMENT_LIMIT_MS, within } from '../deadline.js';
import { cutConnection } from './cut-connection.js';

/** A query runner with the deadlines that mysql2 lacks: for the wait for a connection, and for every statement. */
export class DeadlineQueryRunner extends MysqlQueryRunner {
  connectionLimitMs = CONNECTION_LIMIT_MS;
  statementLimitMs = STATEMENT_LIMIT_MS;
  #connection: Promise<PoolConnection> | undefined;
  #lost: Error | undefined;

  override connect(): Promise<PoolConnection> {
    this.#connection ??= this.#obtain(super.connect() as Promise<PoolConnection>);
    return this.#connection;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the ORM's own signature; its overloads take nothing else
  override async query(sql: string, parameters?: unknown[] | ObjectLiteral, structured?: boolean): Promise<any> {
    // After a deadlock the server has left the transaction: the next statement would be committed by itself.
    if (this.#lost !== undefined && sql !== 'ROLLBACK') throw this.#lost;
    try {
      await this.connect();
      const running = super.query(sql, parameters as unknown[], structured) as Promise<unknown>;
      return await within(this.statementLimitMs, running, () => {
        this.abandon();
      });
    } catch (error) {
      const failure = translated(error);
      if (isDeadlock(error) && error instanceof Error) this.#lost = error;
      throw failure;
    }
  }

  /** Cuts the connection. Its state is unknown, so nobody may use it again. The server rolls back. */
  abandon(): void {
    if (this.databaseConnection !== undefined) cutConnection(this.databaseConnection as PoolConnection);
  }

  async #obtain(waiting: Promise<PoolConnection>): Promise<PoolConnection> {
    let late = false;
    waiting.then(
      (connection) => {
        if (late || this.isReleased) connection.release();
      },
      // The error reaches the caller through `within`. An error that comes too late reaches nobody.
      () => undefined,
    );
    return within(this.connectionLimitMs, waiting, () => {
      late = true;
    });
  }
}
