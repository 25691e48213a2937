import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Keys } from '../keys/keys.service.js';
import { DeveloperSecrets } from '../users/developer-secrets.service.js';

/** How many values were sealed with another key than the first. */
export interface Resealed {
  readonly keys: number;
  readonly developerSecrets: number;
}

/** All that the deployment key seals. A module that seals something new is entered here. */
@Injectable()
export class SealedValues {
  constructor(
    private readonly keys: Keys,
    private readonly developerSecrets: DeveloperSecrets,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Seals everything with the first key, in batches: the service goes on writing meanwhile. It can be repeated. */
  async reseal(): Promise<Resealed> {
    const keys = await this.unitOfWork.run((tx) => this.keys.reseal(tx));
    let batch = await this.#resealSecrets(null);
    let developerSecrets = batch.resealed;
    while (batch.next !== null) {
      batch = await this.#resealSecrets(batch.next);
      developerSecrets += batch.resealed;
    }
    return { keys, developerSecrets };
  }

  #resealSecrets(after: string | null) {
    return this.unitOfWork.run((tx) => this.developerSecrets.reseal(tx, after));
  }
}
