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
    const application = await NestFactory.createApplicationContext(OperatorModule.register(this.readSettings()), {
      logger: new TerminalLog(),
      abortOnError: false,
    });
    try {
      this.print(await work(application.get<T>(service)));
    } finally {
      await application.close();
    }
  }

  /** Only migrates: the operator did not ask for a first start. */
  async migrate(): Promise<void> {
    const { database: location, dataDir } = this.readSettings();
    Logger.overrideLogger(new TerminalLog());
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
