import { Injectable } from '@nestjs/common';
import { Certificates } from '../gateway/certificates/certificates.service.js';
import { Credentials } from '../gateway/credentials/credentials.service.js';
import type { Tx } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Keys } from '../platform/keys/keys.service.js';
import { DeveloperSecrets } from '../directory/users/developer-secrets.service.js';

/** How many values had been sealed with another key than the first. */
export interface Resealed {
  readonly keys: number;
  readonly developerSecrets: number;
  readonly certificateKeys: number;
  readonly credentialSecrets: number;
}

/** Rows with sealed values, of which there may be many. */
interface SealedRows {
  /** Seals the next batch with the first key. Answers where to continue, or null at the end. */
  reseal(tx: Tx, after: string | null): Promise<{ readonly resealed: number; readonly next: string | null }>;
}

/** All values that the deployment key seals. A module that seals something new must be added here. */
@Injectable()
export class SealedValues {
  constructor(
    private readonly keys: Keys,
    private readonly developerSecrets: DeveloperSecrets,
    private readonly certificates: Certificates,
    private readonly credentials: Credentials,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Seals everything with the first key, in batches, because the service keeps writing in the meantime. It can be repeated. */
  async reseal(): Promise<Resealed> {
    return {
      keys: await this.unitOfWork.run((tx) => this.keys.reseal(tx)),
      developerSecrets: await this.#resealAll(this.developerSecrets),
      certificateKeys: await this.#resealAll(this.certificates),
      credentialSecrets: await this.#resealAll(this.credentials),
    };
  }

  async #resealAll(rows: SealedRows): Promise<number> {
    const batchAfter = (after: string | null) => this.unitOfWork.run((tx) => rows.reseal(tx, after));
    let batch = await batchAfter(null);
    let total = batch.resealed;
    while (batch.next !== null) {
      batch = await batchAfter(batch.next);
      total += batch.resealed;
    }
    return total;
  }
}
