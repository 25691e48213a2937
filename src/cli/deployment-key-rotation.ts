import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type AuditAction, OPERATOR } from '../audit/audit.types.js';
import { DeploymentKeyFile } from '../config/deployment-key-file.js';
import type { Tx } from '../database/transaction.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { type Resealed, SealedValues } from './sealed-values.js';

export interface RotatedDeploymentKey {
  readonly purpose: 'deployment';
  /** The file with the key that was made; null when the keys come from the settings, and are the operator's to make. */
  readonly keyFile: string | null;
  readonly resealed: Resealed;
}

/**
 * Replaces the key that seals what is kept, without a service that runs meanwhile failing for it:
 * - A generated key goes before the others into the key file, which keeps them all. A service that meets a value of a
 *   key it doesn't know reads the file again and seals with the new key from then on. What it seals with the old one
 *   until then stays readable.
 * - Keys of the settings can't be read again. So every instance gets the new key as the second, then as the first;
 *   only then is this command run, and after it the old key can go.
 */
@Injectable()
export class DeploymentKeyRotation {
  constructor(
    private readonly keyFile: DeploymentKeyFile,
    private readonly keyRing: KeyRing,
    private readonly values: SealedValues,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async rotate(): Promise<RotatedDeploymentKey> {
    if (this.keyFile.isUsed) await this.unitOfWork.run((tx) => this.#addKey(tx));
    const resealed = await this.values.reseal();
    await this.unitOfWork.run((tx) => this.#record(tx, 'deployment_key.resealed', { ...resealed }));
    return { purpose: 'deployment', keyFile: this.keyFile.isUsed ? this.keyFile.path : null, resealed };
  }

  /**
   * Only the embedded database has a key file, and there a unit of work is alone from its start to its end, across
   * processes: of two rotations at once the later reads the file that the earlier has written.
   */
  async #addKey(tx: Tx): Promise<void> {
    await this.#record(tx, 'deployment_key.created', {});
    this.keyFile.addFirst();
    this.keyRing.reload();
  }

  async #record(tx: Tx, action: AuditAction, details: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record(tx, { siteId: null, action, outcome: 'success', actor: OPERATOR, details });
  }
}
