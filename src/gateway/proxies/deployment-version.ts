import { Injectable, Logger } from '@nestjs/common';
import { type DeploymentTable, SiteTables } from '../../platform/database/site-table.js';
import type { Tx } from '../../platform/database/transaction.js';
import { DeploymentState } from './deployments/deployment-state.entity.js';

const ID = 'deployments';

/**
 * Announces that something was deployed or undeployed: to every instance by a number in the database, written with the change
 * itself; to this instance also at once, after the commit.
 */
@Injectable()
export class DeploymentVersion {
  readonly #logger = new Logger(DeploymentVersion.name);
  readonly #state: DeploymentTable<DeploymentState>;
  readonly #listeners: (() => Promise<void>)[] = [];

  constructor(tables: SiteTables) {
    this.#state = tables.ofDeployment(DeploymentState);
  }

  /** Changes the number. A unit of work does this last, because all of them want this row. */
  async write(tx: Tx): Promise<void> {
    const rows = this.#state.rows(tx);
    const row = await rows.one({ id: ID }, { lock: true });
    if (row === null) await rows.insert({ id: ID, version: 1 });
    else await rows.update({ id: ID }, { version: row.version + 1 });
  }

  subscribe(listener: () => Promise<void>): void {
    this.#listeners.push(listener);
  }

  /**
   * Call it after the commit. A listener that fails does not undo the change; the instance looks at the number itself soon
   * enough.
   */
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
