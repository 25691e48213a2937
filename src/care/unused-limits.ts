import { Injectable } from '@nestjs/common';
import type { UnusedLimit } from './care.types.js';

/** Which sites want unused tokens to be revoked, and after how long: from their policies, once sites have some. */
@Injectable()
export class UnusedLimits {
  all(): Promise<readonly UnusedLimit[]> {
    return Promise.resolve([]);
  }
}
