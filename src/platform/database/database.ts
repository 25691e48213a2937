import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Dialect } from './dialect.js';
import { MysqlDataSource } from './mysql/mysql-data-source.js';
import { SqliteDataSource } from './sqlite/sqlite-data-source.js';

/** The open database. On MySQL the reader and the writer are the same pool; on SQLite each is a connection. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly dialect: Dialect;

  constructor(
    readonly reader: SqliteDataSource | MysqlDataSource,
    readonly writer: SqliteDataSource | MysqlDataSource,
  ) {
    this.dialect = writer instanceof SqliteDataSource ? 'sqlite' : 'mysql';
  }

  /** The last hook of a shutdown. Other parts write what they still have to in beforeApplicationShutdown. */
  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  async close(): Promise<void> {
    for (const source of new Set([this.reader, this.writer])) {
      if (source.isInitialized) await source.destroy();
    }
  }
}
