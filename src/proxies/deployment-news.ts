import { Injectable, Logger } from '@nestjs/common';
import { type DeploymentTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { DeploymentState } from './deployment-state.entity.js';

const ID = 'deployments';

/**
 * Tells that something was deployed or undeployed: every instance by a number in the database, which is written with the
 * change itself; this one also at once, after the commit.
 */
@Injectable()
export class DeploymentNews {
  readonly #logger = new Logger(DeploymentNews.name);
  readonly #state: DeploymentTable<DeploymentState>;
  readonly #listeners: (() => Promise<void>)[] = [];

  constructor(tables: SiteTables) {
    this.#state = tables.ofDeployment(DeploymentState);
  }

  /** Changes the number. The last thing that a unit of work does: it is the row that all of them want. */
  async write(tx: Tx): Promise<void> {
    const rows = this.#state.rows(tx);
    const row = await rows.one({ id: ID }, { lock: true });
    if (row === null) await rows.insert({ id: ID, version: 1 });
    else await rows.update({ id: ID }, { version: row.version + 1 });
  }

  subscribe(listener: () => Promise<void>): void {
    this.#listeners.push(listener);
  }

  /** After the commit. A listener that fails doesn't undo what happened; it looks at the number itself soon enough. */
  async tell(): Promise<void> {
    for (const listener of this.#listeners) {
      try {
        await listener();
      } catch (error) {
        this.#logger.warn(`a deployment is not served yet on this instance: ${String(error)}`);
      }
    }
  }
}
