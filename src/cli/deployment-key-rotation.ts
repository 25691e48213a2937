import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.service.js';
import { type AuditAction, OPERATOR } from '../platform/audit/audit.types.js';
import { DeploymentKeyFile } from '../platform/config/deployment-key-file.js';
import type { Tx } from '../platform/database/transaction.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { KeyRing } from '../shared/crypto/key-ring.js';
import { type Resealed, SealedValues } from './sealed-values.js';

export interface RotatedDeploymentKey {
  readonly purpose: 'deployment';
  /** The file with the new key; null when the keys come from the settings, where the operator makes them. */
  readonly keyFile: string | null;
  readonly resealed: Resealed;
}

/**
 * Replaces the key that seals stored values. A service that is running in the meantime does not fail:
 * - A generated key goes to the front of the key file, which keeps all keys. A service that meets a value with an unknown key
 *   reads the file again, and seals with the new key from then on. Values that it sealed with the old key until then stay
 *   readable.
 * - Keys from the settings can't be read again. So every instance gets the new key first as the second key, then as the first.
 *   Only then does the operator run this command, and after it the old key can be removed.
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
   * Only the embedded database has a key file. There, no other unit of work runs at the same time, in any process: of two
   * rotations at once, the later one reads the file that the earlier one has written.
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
