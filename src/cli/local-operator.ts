import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataFolder } from '../config/data-folder.js';
import type { Settings } from '../config/settings.js';
import { openDatabase, runMigrations } from '../database/open-database.js';
import type { Operator } from './operator-program.js';
import { OperatorModule } from './operator.module.js';
import { TerminalLog } from './terminal-log.js';

/** Carries the commands out on this machine, with the settings of the environment and the database they name. */
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

  /** By itself: a first start is not what was asked for. */
  async migrate(): Promise<void> {
    const { database: location, dataDir } = this.readSettings();
    Logger.overrideLogger(new TerminalLog());
    if (location.kind === 'sqlite') new DataFolder(dataDir).prepare();
    const database = await openDatabase(location);
    try {
      const done = await runMigrations(database);
      this.print({ migrations: done.map(({ name }) => name) });
    } finally {
      await database.close();
    }
  }
}
