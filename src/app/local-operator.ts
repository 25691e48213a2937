import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataFolder } from '../platform/config/data-folder.js';
import type { Settings } from '../platform/config/settings.js';
import { openDatabase, runMigrations } from '../platform/database/opening/open-database.js';
import type { Operator } from '../cli/operator-program.js';
import { ENTITIES } from './entities.js';
import { OperatorModule } from './operator.module.js';
import { TerminalLog } from '../cli/terminal-log.js';

/** Runs the commands on this machine, with the settings of the environment and the database that they name. */
export class LocalOperator implements Operator {
  constructor(
    private readonly readSettings: () => Settings,
    private readonly print: (result: unknown) => void,
  ) {}

  async with<T>(service: new (...parts: never[]) => T, work: (service: T) => Promise<unknown>): Promise<void> {
    const logger = terminalLog();
    const module = OperatorModule.register(this.readSettings());
    const application = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
    try {
      this.print(await work(application.get<T>(service)));
    } finally {
      await application.close();
    }
  }

  /** Only migrates: the operator did not ask for a first start. */
  async migrate(): Promise<void> {
    terminalLog();
    const { database: location, dataDir } = this.readSettings();
    if (location.kind === 'sqlite') new DataFolder(dataDir).prepare();
    const database = await openDatabase(location, ENTITIES);
    try {
      const done = await runMigrations(database);
      this.print({ migrations: done.map(({ name }) => name) });
    } finally {
      await database.close();
    }
  }
}

/** In place before the settings are read: what they have to say must not come between the lines of an answer. */
function terminalLog(): TerminalLog {
  const log = new TerminalLog();
  Logger.overrideLogger(log);
  return log;
}
