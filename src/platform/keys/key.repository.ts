import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type DeploymentTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/transaction.js';
import { Key, type KeyPurpose } from './key.entity.js';

/** The keys table. Its rows belong to the deployment, not to a site. */
@Injectable()
export class KeyRepository {
  readonly #keys: DeploymentTable<Key>;

  constructor(tables: SiteTables) {
    this.#keys = tables.ofDeployment(Key);
  }

  newestFirst(): Promise<Key[]> {
    return this.#keys.rows().all({}, { order: { id: 'DESC' } });
  }

  all(tx: Tx): Promise<Key[]> {
    return this.#keys.rows(tx).all();
  }

  async insert(tx: Tx, key: Key): Promise<void> {
    await this.#keys.rows(tx).insert(key);
  }

  async hasAny(tx: Tx, purpose: KeyPurpose): Promise<boolean> {
    return (await this.#keys.rows(tx).count({ purpose })) > 0;
  }

  async retire(tx: Tx, purpose: KeyPurpose, at: Date): Promise<void> {
    await this.#keys.rows(tx).update({ purpose, retiredAt: IsNull() }, { retiredAt: at });
  }

  async replaceSealed(tx: Tx, id: string, sealed: string): Promise<void> {
    await this.#keys.rows(tx).update({ id }, { sealed });
  }
}
