import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type DeploymentTable, SiteTables } from '../database/site-table.js';
import type { Tx } from '../database/unit-of-work.js';
import { Key } from './key.entity.js';
import type { KeyPurpose } from './key-material.js';

/** The keys table. It belongs to the deployment, not to a site, so it is read without one. */
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
    return this.#keys.rows(tx).exists({ purpose });
  }

  async retire(tx: Tx, purpose: KeyPurpose, at: Date): Promise<void> {
    await this.#keys.rows(tx).update({ purpose, retiredAt: IsNull() }, { retiredAt: at });
  }

  async replaceSealed(tx: Tx, id: string, sealed: string): Promise<void> {
    await this.#keys.rows(tx).update({ id }, { sealed });
  }
}
