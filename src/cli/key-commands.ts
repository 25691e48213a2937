import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../platform/audit/audit.types.js';
import { Keys } from '../platform/keys/keys.service.js';
import { DeploymentKeyRotation, type RotatedDeploymentKey } from './deployment-key-rotation.js';

export const ROTATED_KEYS = ['signing', 'cookie', 'deployment'] as const;
export type RotatedKey = (typeof ROTATED_KEYS)[number];

interface NewKey {
  readonly purpose: RotatedKey;
  readonly keyId: string;
}

/** `key rotate`. What the old keys made stays valid: tokens until they expire, cookies until their sessions end. */
@Injectable()
export class KeyCommands {
  constructor(
    private readonly keys: Keys,
    private readonly deployment: DeploymentKeyRotation,
  ) {}

  async rotate(purpose: RotatedKey): Promise<NewKey | RotatedDeploymentKey> {
    if (purpose === 'deployment') return this.deployment.rotate();
    return { purpose, keyId: await this.keys.rotate(purpose, OPERATOR) };
  }
}
