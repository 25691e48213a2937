import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/unit-of-work.js';
import { IsNull } from 'typeorm';
import { Key } from './key.entity.js';
import type { KeyPurpose } from './key-material.js';

/** The keys table. It belongs to the deployment, not to a site, so it is read without one. */
@Injectable()
export class KeyRepository {
  constructor(private readonly database: Database) {}

  newestFirst(): Promise<Key[]> {
    return this.database.reader.manager.find(Key, { order: { id: 'DESC' } });
  }

  all(tx: Tx): Promise<Key[]> {
    return tx.find(Key);
  }

  async insert(tx: Tx, key: Key): Promise<void> {
    await tx.insert(Key, key);
  }

  async hasAny(tx: Tx, purpose: KeyPurpose): Promise<boolean> {
    return tx.existsBy(Key, { purpose });
  }

  async retire(tx: Tx, purpose: KeyPurpose, at: Date): Promise<void> {
    await tx.update(Key, { purpose, retiredAt: IsNull() }, { retiredAt: at });
  }

  async replaceSealed(tx: Tx, id: string, sealed: string): Promise<void> {
    await tx.update(Key, { id }, { sealed });
  }
}
